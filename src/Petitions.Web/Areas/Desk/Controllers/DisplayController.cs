using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Petitions.Services.Offices;
using Petitions.Services.Receptions;
using Petitions.Web.Hosting;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The calling screen of a hall and the place in line on one's own phone: numbers only, each by a secret link.</summary>
[Area("Desk")]
[AllowAnonymous]
public sealed class DisplayController(ReceptionQueries queries, OfficeCatalog offices, DisplayLinks links) : Controller
{
    private const int Calls = 6;
    private const int RefreshSeconds = 10;

    [HttpGet("/display/{servicePoint}")]
    public async Task<IActionResult> Show(string servicePoint, string? key, CancellationToken ct)
    {
        if (offices.ServicePoints.FirstOrDefault(each => each.Code == servicePoint && each.Enabled) is not { } point || !links.Opens(point.Code, key))
        {
            return NotFound();
        }

        ViewData["Waiting"] = await queries.WaitingAsync(point.Id, ct);
        ViewData["Point"] = PetitionCultures.IsChinese ? point.NameZh : point.NameEn;
        ViewData["RefreshSeconds"] = RefreshSeconds;
        return View("~/Areas/Desk/Views/Visits/Display.cshtml", await queries.DisplayAsync(point.Id, Calls, ct));
    }

    [HttpGet("/visits/{token:length(22)}")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Place(string token, CancellationToken ct)
    {
        if (DisplayLinks.TryDecode(token) is not { } secret || await queries.PlaceAsync(secret, ct) is not { } place)
        {
            return NotFound();
        }

        ViewData["RefreshSeconds"] = RefreshSeconds;
        return View("~/Areas/Desk/Views/Visits/Place.cshtml", place);
    }
}
