using System.Text;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Services;
using Petitions.Services.Appointments;
using Petitions.Services.Ratings;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Booking;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;
using QRCoder;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>
/// One's own appointment, opened with its code: look, print, take into the calendar, answer an offer, call off. Neither id nor
/// code stands in an address. Whatever is wrong with a code, the answer is the same.
/// </summary>
[Area("Citizen")]
[AllowAnonymous]
public sealed class MyBookingController(
    BookingAccess access, OwnBookingQueries queries, OwnBookingService own, BookingTickets tickets, BookingChoices choices, RuleForm rules, IStringLocalizer<BookingTexts> texts, TimeProvider clock)
    : Controller
{
    private const int PixelsPerModule = 4;

    [HttpGet("/visits/find")]
    public IActionResult Ask() => Show("Find", new BookingCodeForm());

    [HttpPost("/visits/find")]
    [EnableRateLimiting(LimitSetup.Query)]
    public async Task<IActionResult> Open(BookingCodeForm form, [FromServices] IValidator<BookingCodeForm> validator, CancellationToken ct)
    {
        foreach (var error in (await validator.ValidateAsync(form, ct)).Errors)
        {
            ModelState.AddModelError(error.PropertyName, error.ErrorMessage);
        }

        if (ModelState.IsValid && await access.OpenAsync(form.Code, HttpContext.Connection.RemoteIpAddress?.ToString(), ct) is { } opened)
        {
            tickets.Grant(HttpContext, opened);
            return LocalRedirect("~/visits/mine");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.Code), texts["code.wrong"]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Show("Find", form);
    }

    [HttpGet("/visits/mine")]
    public async Task<IActionResult> Mine(bool done, [FromServices] VisitRatingQueries visits, CancellationToken ct)
    {
        ViewData["Done"] = done;
        if (await FindAsync(ct) is not { } found)
        {
            return LocalRedirect("~/visits/find");
        }

        ViewData["Visit"] = await visits.OfBookingAsync(found.Booking.Id, ct);
        return Page(found);
    }

    /// <summary>One sheet for the wallet, in large type when wished.</summary>
    [HttpGet("/visits/mine/print")]
    public async Task<IActionResult> Print(bool large, CancellationToken ct)
    {
        ViewData["Large"] = large;
        return await FindAsync(ct) is { } found ? Page(found, "Paper") : LocalRedirect("~/visits/find");
    }

    /// <summary>The code itself, to be read by the scanner of the desk: no address, nothing a stranger's telephone would open.</summary>
    [HttpGet("/visits/mine/qr.svg")]
    public async Task<IActionResult> Qr(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } found)
        {
            return NotFound();
        }

        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(found.Code, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        Response.Headers.CacheControl = "no-store";
        return Content(svg.GetGraphic(PixelsPerModule), "image/svg+xml");
    }

    [HttpGet("/visits/mine/calendar.ics")]
    public async Task<IActionResult> Calendar(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { Booking: { Stands: true, StartsAt: { } from, EndsAt: { } to } booking })
        {
            return NotFound();
        }

        var file = CalendarFile.Of(new CalendarEntry
        {
            Id = booking.Id,
            Version = booking.Version,
            MadeAt = clock.GetUtcNow().UtcDateTime,
            StartsAt = from,
            EndsAt = to,
            Summary = texts["ics.summary", choices.OfficeName(booking.OfficeId)],
            Location = string.Join(' ', new[] { choices.PointName(booking.ServicePointId), choices.PointAddress(booking.ServicePointId) }.Where(text => !string.IsNullOrEmpty(text))),
            Description = texts["ics.description", choices.Phone(booking.ServicePointId, booking.OfficeId) ?? ""],
        });
        Response.Headers.CacheControl = "no-store";
        return File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", "appointment.ics");
    }

    [HttpGet("/visits/mine/cancel")]
    public async Task<IActionResult> AskCancel(CancellationToken ct) => await FindAsync(ct) is { } found ? Page(found, "Cancel") : LocalRedirect("~/visits/find");

    [HttpPost("/visits/mine/cancel")]
    public Task<IActionResult> Cancel(CancellationToken ct) => ActAsync(id => own.CancelAsync(id, ct), texts["cancel.done"].Value, ct);

    [HttpPost("/visits/mine/accept")]
    public Task<IActionResult> Accept(CancellationToken ct) => ActAsync(id => own.AnswerAsync(id, accept: true, ct), texts["accept.done"].Value, ct);

    [HttpPost("/visits/mine/decline")]
    public Task<IActionResult> Decline(CancellationToken ct) => ActAsync(id => own.AnswerAsync(id, accept: false, ct), texts["decline.done"].Value, ct);

    /// <summary>Yes or no to being recorded by video; it can be taken back at any time and has no effect on being heard.</summary>
    [HttpPost("/visits/mine/recording")]
    public Task<IActionResult> Recording(bool agrees, [FromServices] IStringLocalizer<VideoTexts> video, CancellationToken ct) =>
        ActAsync(id => own.AnswerRecordingAsync(id, agrees, ct), video["citizen.done"].Value, ct);

    /// <summary>Closes the appointment in this browser.</summary>
    [HttpPost("/visits/mine/leave")]
    public IActionResult Leave()
    {
        tickets.Forget(HttpContext);
        return LocalRedirect("~/");
    }

    private async Task<IActionResult> ActAsync(Func<Guid, Task> act, string note, CancellationToken ct)
    {
        if (tickets.Find(HttpContext) is not { } opened)
        {
            return LocalRedirect("~/visits/find");
        }

        try
        {
            if (await rules.TryAsync(ModelState, _ => "", () => act(opened.Id)))
            {
                TempData["Note"] = note;
                return LocalRedirect("~/visits/mine");
            }
        }
        catch (NotFoundException)
        {
            return LocalRedirect("~/visits/find");
        }

        return await FindAsync(ct) is { } found ? RuleForm.Again(this, Page(found)) : LocalRedirect("~/visits/find");
    }

    private async Task<MyBookingPage?> FindAsync(CancellationToken ct) =>
        tickets.Find(HttpContext) is { } opened && await queries.FindAsync(opened.Id, ct) is { } booking ? new MyBookingPage(booking, opened.Code) : null;

    private ViewResult Page(MyBookingPage page, string view = "Mine")
    {
        Response.Headers.CacheControl = "no-store";
        return Show(view, page);
    }

    private ViewResult Show<T>(string view, T model) => View($"~/Areas/Citizen/Views/Booking/{view}.cshtml", model);
}
