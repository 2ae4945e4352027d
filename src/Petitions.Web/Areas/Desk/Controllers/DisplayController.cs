using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Ratings;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Hosting;
using Petitions.Web.Live;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The calling screen of a hall, by its token, and the place in line on one's own phone, by its secret link: numbers only.</summary>
[Area("Desk")]
[AllowAnonymous]
public sealed class DisplayController(ReceptionQueries queries, HallDoor door, LiveStreams live) : Controller
{
    private const int Calls = 6;
    private const int RefreshSeconds = 10;

    [HttpGet("/display/{servicePoint}")]
    public async Task<IActionResult> Show(string servicePoint, string? key, CancellationToken ct)
    {
        if (await door.OpenAsync(servicePoint, HallDeviceKind.Display, key, ct) is not { } point)
        {
            return NotFound();
        }

        ViewData["Waiting"] = await queries.WaitingAsync(point.Id, ct);
        ViewData["Point"] = Name(point);
        ViewData["RefreshSeconds"] = RefreshSeconds;
        ViewData["Live"] = $"~/display/{point.Code}/live{(key is null ? "" : "?key=" + Uri.EscapeDataString(key))}";
        return View("~/Areas/Desk/Views/Visits/Display.cshtml", await queries.DisplayAsync(point.Id, Calls, ct));
    }

    [HttpGet("/display/{servicePoint}/live")]
    public async Task<IActionResult> Follow(string servicePoint, string? key, CancellationToken ct) =>
        await door.OpenAsync(servicePoint, HallDeviceKind.Display, key, ct) is { } point ? live.Of(point.Id) : NotFound();

    /// <summary>The place in line; once the visit is over, the way to rate it, for its visitor and no member of staff.</summary>
    [HttpGet("/visits/{token:length(22)}")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Place(string token, [FromServices] VisitRatingQueries ratings, [FromServices] ICurrentActor current, CancellationToken ct)
    {
        if (await FindAsync(token, ct) is not { } place)
        {
            return NotFound();
        }

        ViewData["RefreshSeconds"] = RefreshSeconds;
        ViewData["Live"] = $"~/visits/{token}/live";
        ViewData["Rate"] = place.State == ReceptionState.Ended && current.Actor.Kind == ActorKind.Citizen ? await ratings.OfLinkAsync(SecretLink.TryDecode(token)!, ct) : null;
        Response.Headers.Vary = "HX-Request";
        return Request.Headers.ContainsKey("HX-Request")
            ? PartialView("~/Areas/Desk/Views/Visits/_Place.cshtml", place)
            : View("~/Areas/Desk/Views/Visits/Place.cshtml", place);
    }

    [HttpGet("/visits/{token:length(22)}/live")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> FollowPlace(string token, CancellationToken ct) =>
        await FindAsync(token, ct) is { Today: true, State: not ReceptionState.Ended } place ? live.Of(place.ServicePointId) : NotFound();

    private async Task<PlaceInLine?> FindAsync(string token, CancellationToken ct) =>
        SecretLink.TryDecode(token) is { } secret ? await queries.PlaceAsync(secret, ct) : null;

    private static string Name(ServicePoint point) => PetitionCultures.IsChinese ? point.NameZh : point.NameEn;
}
