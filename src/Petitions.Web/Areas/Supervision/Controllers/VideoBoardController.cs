using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.VideoVisits;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>The supervisor's side of the requests by video: which wait to be passed on, and which are past their limit (RV14-6).</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.ViewBoard)]
public sealed class VideoBoardController(VideoBoardQueries queries, ICurrentActor current) : Controller
{
    [HttpGet("/board/video")]
    public async Task<IActionResult> Index(Guid? after, CancellationToken ct) => View(await queries.ListAsync(after, current.Actor, ct));
}
