using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.Appointments;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Display;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Rooms and their calendar; a booking that clashes is refused and shown what it clashes with (J4 (e)).</summary>
[Area("Desk")]
public sealed class RoomsController(
    RoomService service, RoomQueries queries, TimetableChoices choices, ICurrentActor current, RuleForm rules, IStringLocalizer<TimetableTexts> texts) : Controller
{
    [HttpGet("/desk/timetable/rooms")]
    [Authorize(Policy = TimetablePolicies.Read)]
    public Task<IActionResult> Week(DateOnly? week, CancellationToken ct) => CalendarAsync(choices.MondayOf(week), new RoomBookingForm(), ct);

    [HttpPost("/desk/timetable/rooms/bookings")]
    [Authorize(Policy = Abilities.BookRooms)]
    public async Task<IActionResult> Book(RoomBookingForm form, CancellationToken ct)
    {
        rules.RequireDay(ModelState, nameof(form.Day), form.Day);
        if (form.From is null)
        {
            ModelState.AddModelError(nameof(form.From), texts["error.time"]);
        }

        if (form.RoomId is null)
        {
            ModelState.AddModelError(nameof(form.RoomId), texts["error.room"]);
        }

        var day = DateText.Parse(form.Day);
        if (!await rules.TryAsync(ModelState, TimetableFields.OfBooking, () => service.BookAsync(new BookRoom
        {
            RoomId = form.RoomId!.Value,
            OtherRoomId = form.OtherRoomId,
            Day = day!.Value,
            From = form.From!.Value,
            To = form.To,
            Purpose = form.Purpose,
        }, current.Actor, ct)))
        {
            await ClashesAsync(form, day, ct);
            return RuleForm.Again(this, await CalendarAsync(choices.MondayOf(day), form, ct));
        }

        TempData["Note"] = texts["room.booked"].Value;
        return LocalRedirect($"~/desk/timetable/rooms?week={Dates.Machine(day!.Value)}");
    }

    [HttpPost("/desk/timetable/rooms/bookings/{id:guid}/release")]
    [Authorize(Policy = Abilities.BookRooms)]
    public async Task<IActionResult> Release(Guid id, DateOnly? week, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, _ => "", () => service.ReleaseAsync(id, current.Actor, ct)))
        {
            return RuleForm.Again(this, await CalendarAsync(choices.MondayOf(week), new RoomBookingForm(), ct));
        }

        TempData["Note"] = texts["room.released"].Value;
        return LocalRedirect($"~/desk/timetable/rooms?week={Dates.Machine(choices.MondayOf(week))}");
    }

    [HttpGet("/desk/timetable/rooms/new")]
    [Authorize(Policy = Abilities.PlanReceptions)]
    public IActionResult New() => Form(null, new RoomForm { Kind = nameof(RoomKind.Room) });

    [HttpPost("/desk/timetable/rooms/new")]
    [Authorize(Policy = Abilities.PlanReceptions)]
    public Task<IActionResult> Add(RoomForm form, CancellationToken ct)
    {
        if (form.ServicePointId is null)
        {
            ModelState.AddModelError(nameof(form.ServicePointId), texts["error.point"]);
        }

        return SaveAsync(null, form, details => service.OpenAsync(form.ServicePointId!.Value, details, form.SubmissionKey, current.Actor, ct));
    }

    [HttpGet("/desk/timetable/rooms/{id:guid}")]
    [Authorize(Policy = Abilities.PlanReceptions)]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        var room = await FindAsync(id, ct);
        return Form(id, new RoomForm
        {
            Version = room.Version,
            ServicePointId = room.ServicePointId,
            NameZh = room.NameZh,
            NameEn = room.NameEn,
            Kind = room.Kind.ToString(),
            Seats = room.Seats,
            Enabled = room.Enabled,
        });
    }

    [HttpPost("/desk/timetable/rooms/{id:guid}")]
    [Authorize(Policy = Abilities.PlanReceptions)]
    public async Task<IActionResult> Change(Guid id, RoomForm form, CancellationToken ct)
    {
        await FindAsync(id, ct);
        return await SaveAsync(id, form, details => service.ChangeAsync(id, form.Version, details, current.Actor, ct));
    }

    private async Task<RoomLine> FindAsync(Guid id, CancellationToken ct) =>
        (await queries.ListAsync(current.Actor, ct)).FirstOrDefault(room => room.Id == id && current.Actor.OfficesFor(Abilities.PlanReceptions).Contains(room.OfficeId)) ?? throw new NotFoundException();

    private async Task<IActionResult> SaveAsync(Guid? id, RoomForm form, Func<RoomDetails, Task> act)
    {
        if (!Enum.TryParse<RoomKind>(form.Kind, out var kind) || !Enum.IsDefined(kind))
        {
            ModelState.AddModelError(nameof(form.Kind), texts["error.kind"]);
        }

        if (!await rules.TryAsync(ModelState, TimetableFields.OfRoom, () => act(new RoomDetails { NameZh = form.NameZh ?? "", NameEn = form.NameEn ?? "", Kind = kind, Seats = form.Seats ?? 0, Enabled = form.Enabled })))
        {
            return RuleForm.Again(this, Form(id, form));
        }

        TempData["Note"] = texts["room.saved"].Value;
        return LocalRedirect("~/desk/timetable/rooms");
    }

    private ViewResult Form(Guid? id, RoomForm form)
    {
        ViewData["Room"] = id;
        return View("~/Areas/Desk/Views/Timetable/Room.cshtml", form);
    }

    private async Task ClashesAsync(RoomBookingForm form, DateOnly? day, CancellationToken ct)
    {
        if (day is { } on && form is { RoomId: { } room, From: { } from } && (form.To ?? service.UsualEnd(from, on)) is var to && from < to)
        {
            ViewData["Clashes"] = await queries.ClashesAsync(form.OtherRoomId is { } other ? [room, other] : [room], on, from, to, current.Actor, ct);
        }
    }

    private async Task<IActionResult> CalendarAsync(DateOnly monday, RoomBookingForm form, CancellationToken ct)
    {
        ViewData["Calendar"] = await queries.WeekAsync(monday, current.Actor, ct);
        ViewData["Books"] = current.Actor.Can(Abilities.BookRooms);
        ViewData["Plans"] = current.Actor.Can(Abilities.PlanReceptions);
        return View("~/Areas/Desk/Views/Timetable/Rooms.cshtml", form);
    }
}
