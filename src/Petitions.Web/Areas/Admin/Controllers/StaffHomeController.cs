using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Services.Notices;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Admin.Controllers;

/// <summary>Where staff arrive after signing in.</summary>
[Area("Admin")]
[Authorize(Policy = AbilityPolicies.SignedIn)]
public sealed class StaffHomeController(ICurrentActor current, LetterService letters) : Controller
{
    private const int InboxLines = 10;

    [HttpGet("/staff")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        ViewData["Name"] = current.Name;
        ViewData["Empty"] = current.Actor.Grants.Count == 0;
        return View(await letters.InboxAsync(current.Actor, InboxLines, ct));
    }
}
