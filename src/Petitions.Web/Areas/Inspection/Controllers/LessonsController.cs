using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Services.AccountabilityReviews;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Inspection.Controllers;

/// <summary>What the office learnt from its look-backs, to be read by everybody who works there (seed features 7, 56).</summary>
[Area("Inspection")]
[Authorize(Policy = AbilityPolicies.SignedIn)]
[Route("/staff/lessons")]
public sealed class LessonsController(LessonQueries queries, ICurrentActor current) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? after, CancellationToken ct) => View(await queries.ListAsync(after, current.Actor, ct));
}
