using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Booking;
using Petitions.Web.Forms;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The desk books for somebody at the telephone or the counter; the code is told once.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.ManageAppointments)]
public sealed class BookForController(
    BookingService service, SlotQueries slots, BookingChoices choices, ICurrentActor current, RuleForm rules, IStringLocalizer<BookingTexts> texts) : Controller
{
    private const string Language = "zh-Hans";

    private Guid OfficeId
    {
        get
        {
            var offices = current.Actor.OfficesFor(Abilities.ManageAppointments);
            return current.Actor.OfficeId is { } own && offices.Contains(own) ? own : offices[0];
        }
    }

    [HttpGet("/desk/bookings/new")]
    public async Task<IActionResult> New(AppointmentForm form, CancellationToken ct) => await ShowAsync(new BookForForm { Form = form }, ct);

    [HttpPost("/desk/bookings/new")]
    public async Task<IActionResult> Book(BookForForm asked, CancellationToken ct)
    {
        // By video another office may be asked to hear; one applies at this one all the same.
        var hears = asked.Form == AppointmentForm.Video ? choices.OfficeByCode(asked.HearingOffice)?.Id : null;
        var wanted = new BookingWanted(asked.SubmissionKey ?? Guid.Empty, hears ?? OfficeId, asked.Form, Language);
        if (asked.Form.IsConfirmedAtOnce() && asked.SlotId is null)
        {
            ModelState.AddModelError(nameof(asked.Slot), texts["slot.missing"]);
        }

        Booked? booked = null;
        if (!await rules.TryAsync(ModelState, BookForForm.FieldOf, async () => booked = asked.Form.IsConfirmedAtOnce()
            ? await service.BookForAsync(wanted, asked.SlotId!.Value, asked.ToAsked(choices), current.Actor, ct)
            : await service.RequestAsync(wanted, asked.ToAsked(choices), current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(asked, ct));
        }

        // Told to the caller now; it is stored nowhere.
        TempData["Note"] = texts["desk.booked", booked!.Code].Value;
        return LocalRedirect($"~/desk/bookings/{booked.Id}");
    }

    private async Task<IActionResult> ShowAsync(BookForForm form, CancellationToken ct)
    {
        var (open, _) = form.Form.SessionForm() is null ? ([], null) : await slots.ListAsync(new SlotSearch { OfficeId = OfficeId, Form = form.Form, Desk = true }, null, ct);
        ViewData["Slots"] = open.Where(slot => !slot.IsFull)
            .Select(slot => new ChoiceItem(slot.Id.ToString("N"), $"{choices.Time(slot.StartsAt, slot.EndsAt)} {choices.PointName(slot.ServicePointId)} {slot.Leader}".Trim())).ToList();
        return View("~/Areas/Desk/Views/Bookings/New.cshtml", form);
    }
}
