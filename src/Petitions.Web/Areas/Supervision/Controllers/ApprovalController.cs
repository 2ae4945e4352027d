using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.Supervision;
using Petitions.Web.Access;
using Petitions.Web.Navigation;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>What waits for this person's approval (J6 step 4).</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.ViewBoard)]
public sealed class ApprovalController(ApprovalQueries approvals, ICurrentActor current) : Controller
{
    [HttpGet("/board/approval")]
    [RemembersList]
    public async Task<IActionResult> Index(string? after, CancellationToken ct) => View(await approvals.ListAsync(after, current.Actor, ct));
}
