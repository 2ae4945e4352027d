using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services;
using Petitions.Services.Receptions;
using Petitions.Web.Areas.Desk.Models;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>
/// Self check-in (自助取号, journey J5 step 1): a ticket by topic without a name or a paper, or by the code of a booking.
/// Nothing on it tells who was there before.
/// </summary>
[Area("Desk")]
[AllowAnonymous]
public sealed class KioskController(
    ArrivalService arrivals, ReceptionQueries queries, HallDoor door, CookieNames cookies, RuleForm rules, IStringLocalizer<HallTexts> texts) : Controller
{
    private const string Cookie = "pt-kiosk";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>The address with the token is opened once; then the device keeps it and nobody reads it off the screen.</summary>
    [HttpGet("/kiosk/{servicePoint}")]
    public async Task<IActionResult> Start(string servicePoint, string? key, CancellationToken ct)
    {
        if (key is not null)
        {
            if (await door.OpenAsync(servicePoint, HallDeviceKind.Kiosk, key, ct) is not { } named)
            {
                return NotFound();
            }

            Response.Cookies.Append(cookies.Named(Cookie), key, cookies.Lasting(Kept));
            return LocalRedirect($"~/kiosk/{named.Code}");
        }

        return await PointAsync(servicePoint, ct) is { } point ? Page(point, new KioskForm()) : NotFound();
    }

    [HttpPost("/kiosk/{servicePoint}")]
    public async Task<IActionResult> Take(string servicePoint, KioskForm form, CancellationToken ct) =>
        await DoAsync(servicePoint, form, nameof(form.Topic), place => arrivals.TakeAsync(place, form.Topic, form.SubmissionKey, Actor.Citizen(), ct), ct);

    [HttpPost("/kiosk/{servicePoint}/booked")]
    public async Task<IActionResult> Booked(string servicePoint, KioskForm form, CancellationToken ct) =>
        await DoAsync(servicePoint, form, nameof(form.Code), place => arrivals.ArriveAsync(place, form.Code?.Trim() ?? "", form.SubmissionKey, Actor.Citizen(), ct), ct);

    [HttpGet("/kiosk/{servicePoint}/slip/{token:length(22)}")]
    public async Task<IActionResult> Slip(string servicePoint, string token, CancellationToken ct)
    {
        if (await PointAsync(servicePoint, ct) is not { } point || SecretLink.TryDecode(token) is not { } secret
            || await queries.PlaceAsync(secret, ct) is not { } place || place.ServicePointId != point.Id)
        {
            return NotFound();
        }

        ViewData["Start"] = $"~/kiosk/{point.Code}";
        ViewData["Token"] = token;
        return View("~/Areas/Desk/Views/Kiosk/Slip.cshtml", place);
    }

    private async Task<IActionResult> DoAsync(string servicePoint, KioskForm form, string field, Func<DeskPlace, Task<KioskTicket>> act, CancellationToken ct)
    {
        if (await PointAsync(servicePoint, ct) is not { } point)
        {
            return NotFound();
        }

        KioskTicket? given = null;
        try
        {
            var place = new DeskPlace(point.OfficeId, point.Id, point.Code, point.NameZh, point.NameEn, 1, Math.Max(1, point.Counters));
            await rules.TryAsync(ModelState, _ => field, async () => given = await act(place));
        }
        catch (NotFoundException)
        {
            // Wrong, of another day, of another hall and used are one answer.
            ModelState.AddModelError(field, texts["kiosk.unknown"]);
        }

        return given is null ? RuleForm.Again(this, Page(point, form)) : LocalRedirect($"~/kiosk/{point.Code}/slip/{SecretLink.Encode(given.PlaceToken)}");
    }

    private Task<ServicePoint?> PointAsync(string servicePoint, CancellationToken ct) =>
        door.OpenAsync(servicePoint, HallDeviceKind.Kiosk, Request.Cookies[cookies.Named(Cookie)], ct);

    private ViewResult Page(ServicePoint point, KioskForm form)
    {
        ViewData["Point"] = point.Code;
        ViewData["Name"] = PetitionCultures.IsChinese ? point.NameZh : point.NameEn;
        return View("~/Areas/Desk/Views/Kiosk/Start.cshtml", form);
    }
}
