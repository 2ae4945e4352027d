using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.Facts;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Inspection.Controllers;

/// <summary>Verifying the whole log (核验留痕) from the browser; large installations use <c>verify-log</c> on a copy.</summary>
[Area("Inspection")]
[Authorize(Policy = Abilities.VerifyChain)]
public sealed class VerifyLogController(VerifyLogService service, ICurrentActor current) : Controller
{
    [HttpGet("/inspection/verify")]
    public IActionResult Index() => View("Index", (VerificationResult?)null);

    // Shown at once: the result is not kept anywhere but as the fact that it was done.
    [HttpPost("/inspection/verify")]
    public async Task<IActionResult> Run(CancellationToken ct) => View("Index", await service.LiveAsync(current.Actor, null, [], ct));
}
