using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;
using Petitions.Web.Areas.Citizen.Forms;
using Petitions.Web.Booking;
using Petitions.Web.Forms;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Citizen.Controllers;

/// <summary>Another time for one's own appointment. The old place is kept until the new one is sure.</summary>
[Area("Citizen")]
[AllowAnonymous]
public sealed class MyBookingTimeController(
    OwnBookingQueries queries, OwnBookingService own, BookingTickets tickets, BookingTimes times, RuleForm rules, IStringLocalizer<BookingTexts> texts) : Controller
{
    private const string Path = "~/visits/mine/change";

    [HttpGet("/visits/mine/change")]
    public async Task<IActionResult> Ask(DateOnly? day, string? after, CancellationToken ct) => await FindAsync(ct) is { } booking && CanChange(booking)
        ? Page(booking, BookingTimeForm.Wishing([.. booking.Wishes.Select(wish => new WishedTime(wish.Day, wish.Half, wish.SlotId))], new BookingTimeForm()), await times.PageAsync(Search(booking) with { Day = day }, after, Path, ct))
        : LocalRedirect("~/visits/mine");

    [HttpPost("/visits/mine/change")]
    [EnableRateLimiting(LimitSetup.Booking)]
    public async Task<IActionResult> Change(BookingTimeForm form, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } booking || !CanChange(booking))
        {
            return LocalRedirect("~/visits/mine");
        }

        var done = booking.Form.IsConfirmedAtOnce() ? await MoveAsync(booking, form, ct) : await WishAsync(booking, form, ct);
        if (done)
        {
            TempData["Note"] = texts["change.done"].Value;
            return LocalRedirect("~/visits/mine");
        }

        var page = form.SlotId is { } lost ? await times.AfterLossAsync(Search(booking), lost, Path, ct) : await times.PageAsync(Search(booking), null, Path, ct);
        if (form.SlotId is not null)
        {
            BookingLoss.Choose(ModelState, form, page);
        }

        return RuleForm.Again(this, Page(booking, form, page));
    }

    private Task<bool> MoveAsync(OwnBooking booking, BookingTimeForm form, CancellationToken ct)
    {
        if (form.SlotId is not { } slot || form.Waits)
        {
            ModelState.AddModelError(nameof(form.Slot), texts[form.Waits ? "slot.no-wait" : "slot.missing"]);
            return Task.FromResult(false);
        }

        return rules.TryAsync(ModelState, _ => nameof(form.Slot), () => own.ChangeAsync(booking.Id, slot, ct));
    }

    private Task<bool> WishAsync(OwnBooking booking, BookingTimeForm form, CancellationToken ct)
    {
        var wishes = form.Wishes(booking.Form.WishesSlots());
        if (wishes is not { Count: > 0 })
        {
            ModelState.AddModelError(nameof(form.Wish1), texts["wish.missing"]);
        }

        return rules.TryAsync(ModelState, _ => nameof(form.Wish1), () => own.WishAsync(booking.Id, wishes!, ct));
    }

    private static bool CanChange(OwnBooking booking) => booking.IsOpen
        && ((booking.State == AppointmentState.Confirmed && booking.Form.IsConfirmedAtOnce()) || booking.State == AppointmentState.Requested);

    private static SlotSearch Search(OwnBooking booking) => new() { OfficeId = booking.OfficeId, Form = booking.Form, PetitionId = booking.PetitionId, Own = booking.Id };

    private async Task<OwnBooking?> FindAsync(CancellationToken ct) => tickets.Find(HttpContext) is { } opened ? await queries.FindAsync(opened.Id, ct) : null;

    private ViewResult Page(OwnBooking booking, BookingTimeForm form, BookingTimePage page)
    {
        Response.Headers.CacheControl = "no-store";
        ViewData[nameof(OwnBooking)] = booking;
        ViewData[nameof(BookingTimePage)] = page;
        return View("~/Areas/Citizen/Views/Booking/Change.cshtml", form);
    }
}
