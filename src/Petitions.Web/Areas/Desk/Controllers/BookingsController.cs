using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Areas.Desk.Models;
using Petitions.Web.Booking;
using Petitions.Web.Display;
using Petitions.Web.Forms;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Appointments of the office (domain.md rows 22 to 24): the list, one of them, and what is decided on it.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.ManageAppointments)]
public sealed class BookingsController(
    DeskBookingQueries queries, BookingDeskService desk, SlotQueries slots, DeskChoices choices, BookingChoices booking, ICurrentActor current, RuleForm rules, IStringLocalizer<BookingTexts> texts) : Controller
{
    [HttpGet("/desk/bookings")]
    public async Task<IActionResult> Index(BookingFilterForm filter, Guid? after, CancellationToken ct)
    {
        var (lines, next) = await queries.ListAsync(filter.ToFilter(), after, current.Actor, ct);
        var address = next is null ? null : $"~/desk/bookings?day={Uri.EscapeDataString(filter.Day ?? "")}&form={filter.Form}&state={filter.State}&after={next}";
        return View("~/Areas/Desk/Views/Bookings/Index.cshtml", new BookingListPage(filter, lines, address));
    }

    /// <summary>By the code of the paper or the telephone. Posted, so that no code stands in an address.</summary>
    [HttpPost("/desk/bookings/find")]
    public async Task<IActionResult> Find(string? code, CancellationToken ct)
    {
        if (await queries.FindAsync(code, current.Actor, ct) is { } found)
        {
            return LocalRedirect($"~/desk/bookings/{found}");
        }

        TempData["Note"] = texts["desk.code.unknown"].Value;
        return LocalRedirect("~/desk/bookings");
    }

    [HttpGet("/desk/bookings/{id:guid}")]
    public Task<IActionResult> Sheet(Guid id, CancellationToken ct) => ShowAsync(id, new BookingDecisionForm(), ct);

    [HttpPost("/desk/bookings/{id:guid}/confirm")]
    public Task<IActionResult> Confirm(Guid id, BookingDecisionForm form, CancellationToken ct) => DecideAsync(id, form,
        slot => desk.ConfirmSlotAsync(id, slot, current.Actor, ct), time => desk.ConfirmTimeAsync(id, time, form.OfficerId, form.SecondOfficerId, current.Actor, ct), ct);

    [HttpPost("/desk/bookings/{id:guid}/propose")]
    public Task<IActionResult> Propose(Guid id, BookingDecisionForm form, CancellationToken ct) => DecideAsync(id, form,
        slot => desk.ProposeSlotAsync(id, slot, current.Actor, ct), time => desk.ProposeTimeAsync(id, time, form.OfficerId, current.Actor, ct), ct);

    /// <summary>One person of the party, apart from the others.</summary>
    [HttpPost("/desk/bookings/{id:guid}/persons/{person:guid}")]
    public Task<IActionResult> Admit(Guid id, Guid person, bool refuse, BookingDecisionForm form, CancellationToken ct) =>
        DoAsync(id, form, () => desk.AdmitAsync(id, person, refuse ? PersonAdmission.Refused : PersonAdmission.Accepted, form.Reason, current.Actor, ct), ct);

    [HttpPost("/desk/bookings/{id:guid}/cancel")]
    public Task<IActionResult> Cancel(Guid id, BookingDecisionForm form, CancellationToken ct) => DoAsync(id, form, () => desk.CancelAsync(id, form.Reason, current.Actor, ct), ct);

    /// <summary>Came to the hall and gets a ticket, to be called at the booked time; or was called or visited, which stands alone.</summary>
    [HttpPost("/desk/bookings/{id:guid}/come")]
    public async Task<IActionResult> Come(Guid id, [FromServices] ArrivalService arrivals, [FromServices] DeskSeat seat, CancellationToken ct)
    {
        var form = (await queries.SheetAsync(id, current.Actor, ct)).Line.Form;
        if (!AppointmentForms.InTheHall.Contains(form) || !current.Actor.Can(Abilities.ReceiveVisitors))
        {
            return await DoAsync(id, new BookingDecisionForm(), () => desk.AttendAsync(id, current.Actor, ct), ct);
        }

        var ticket = "";
        var answer = await DoAsync(id, new BookingDecisionForm(), async () => ticket = (await arrivals.ArriveAsync(seat.Place, id, current.Actor, ct)).Ticket, ct);
        if (ticket.Length > 0)
        {
            TempData["Note"] = texts["desk.come.ticket", ticket].Value;
        }

        return answer;
    }

    private async Task<IActionResult> DecideAsync(Guid id, BookingDecisionForm form, Func<Guid, Task> slot, Func<AgreedTime, Task> time, CancellationToken ct)
    {
        if (form.SlotId is { } chosen)
        {
            return await DoAsync(id, form, () => slot(chosen), ct);
        }

        if (form.Time is not { } agreed)
        {
            ModelState.AddModelError(nameof(form.From), texts["decide.time.missing"]);
            return RuleForm.Again(this, await ShowAsync(id, form, ct));
        }

        return await DoAsync(id, form, () => time(agreed), ct);
    }

    private async Task<IActionResult> DoAsync(Guid id, BookingDecisionForm form, Func<Task> act, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, BookingDecisionForm.FieldOf, act))
        {
            return RuleForm.Again(this, await ShowAsync(id, form, ct));
        }

        TempData["Note"] = texts["desk.done"].Value;
        return LocalRedirect($"~/desk/bookings/{id}");
    }

    private async Task<IActionResult> ShowAsync(Guid id, BookingDecisionForm form, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(id, current.Actor, ct);
        var (open, _) = sheet.Line.Form.SessionForm() is null ? ([], null) : await slots.ListAsync(new SlotSearch { OfficeId = sheet.OfficeId, Form = sheet.Line.Form, Desk = true, Own = id }, null, ct);
        List<ChoiceItem> free = [.. open.Where(slot => !slot.IsFull).Select(slot => new ChoiceItem(slot.Id.ToString("N"), $"{booking.Time(slot.StartsAt, slot.EndsAt)} {booking.PointName(slot.ServicePointId)} {slot.Leader}".Trim()))];
        form.Slot ??= sheet.Wishes.Select(wish => wish.SlotId?.ToString("N")).FirstOrDefault(wish => free.Any(item => item.Value == wish));
        form.Day ??= sheet.Line.StartsAt is null && sheet.Line.Day is { } day ? Dates.Machine(day) : null;
        return View("~/Areas/Desk/Views/Bookings/Sheet.cshtml", new BookingSheetPage(sheet, form, free, await choices.ColleaguesAsync(sheet.OfficeId, ct)));
    }
}
