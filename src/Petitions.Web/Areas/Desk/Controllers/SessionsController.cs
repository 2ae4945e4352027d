using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Display;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Single sessions: plan, publish, more places, move, call off. A day that does not fit is refused and the next one that does is offered by one press.</summary>
[Area("Desk")]
public sealed class SessionsController(
    SessionPlanService plans, SessionChangeService changes, TimetableQueries queries, TimetableChoices choices, ICurrentActor current, RuleForm rules, IStringLocalizer<TimetableTexts> texts) : Controller
{
    [HttpGet("/desk/timetable/sessions/new")]
    [Authorize(Policy = Abilities.PlanReceptions)]
    public Task<IActionResult> New(CancellationToken ct) => FormAsync(new SessionForm { SlotMinutes = 30, PublicPlaces = 1, InternalPlaces = 0, Publish = true }, ct);

    [HttpPost("/desk/timetable/sessions/new")]
    [Authorize(Policy = Abilities.PlanReceptions)]
    public async Task<IActionResult> Plan(SessionForm form, CancellationToken ct)
    {
        TakeOffer(form);
        RequireTime(form);
        if (form.ServicePointId is null)
        {
            ModelState.AddModelError(nameof(form.ServicePointId), texts["error.point"]);
        }

        Guid id = default;
        if (!await rules.TryAsync(ModelState, TimetableFields.OfSession, async () => id = await plans.PlanAsync(new PlanSession
        {
            SubmissionKey = form.SubmissionKey,
            ServicePointId = form.ServicePointId!.Value,
            Form = form.ReceptionForm ?? "",
            Day = DateText.Parse(form.Day)!.Value,
            From = form.From!.Value,
            To = form.To!.Value,
            SlotMinutes = form.SlotMinutes ?? 0,
            PublicPlaces = form.PublicPlaces ?? 0,
            InternalPlaces = form.InternalPlaces ?? 0,
            LeaderId = form.LeaderId,
            RoomId = form.RoomId,
            Publish = form.Publish,
        }, current.Actor, ct)))
        {
            await OfferAsync(form.ServicePointId, form, ct);
            return RuleForm.Again(this, await FormAsync(form, ct));
        }

        TempData["Note"] = texts["planned.done"].Value;
        return LocalRedirect($"~/desk/timetable/sessions/{id}");
    }

    [HttpGet("/desk/timetable/sessions/{id:guid}")]
    [Authorize(Policy = TimetablePolicies.Read)]
    public Task<IActionResult> Show(Guid id, CancellationToken ct) => SheetAsync(id, null, ct);

    [HttpPost("/desk/timetable/sessions/{id:guid}/publish")]
    [Authorize(Policy = Abilities.PlanReceptions)]
    public Task<IActionResult> Publish(Guid id, [FromServices] SessionPublishService publishing, CancellationToken ct) => DoAsync(id, new SessionForm(), async () =>
    {
        await publishing.PublishAsync(id, current.Actor, ct);
        return texts["published.done"].Value;
    }, ct);

    [HttpPost("/desk/timetable/sessions/{id:guid}/places")]
    [Authorize(Policy = Abilities.PlanReceptions)]
    public Task<IActionResult> Enlarge(Guid id, SessionForm form, [FromServices] SessionPublishService publishing, CancellationToken ct) => DoAsync(id, form, async () =>
    {
        await publishing.EnlargeAsync(id, form.PublicPlaces ?? 0, form.InternalPlaces ?? 0, current.Actor, ct);
        return texts["places.done"].Value;
    }, ct);

    [HttpPost("/desk/timetable/sessions/{id:guid}/move")]
    [Authorize(Policy = Abilities.PlanReceptions)]
    public async Task<IActionResult> Move(Guid id, SessionForm form, CancellationToken ct)
    {
        TakeOffer(form);
        RequireTime(form);
        SessionMovedTo? moved = null;
        if (!await rules.TryAsync(ModelState, TimetableFields.OfSession, async () =>
            moved = await changes.MoveAsync(id, new SessionMove(DateText.Parse(form.Day)!.Value, form.From!.Value, form.To!.Value, form.RoomId, form.Reason), current.Actor, ct)))
        {
            await OfferAsync((await queries.SessionAsync(id, current.Actor, ct)).ServicePointId, form, ct);
            return RuleForm.Again(this, await SheetAsync(id, form, ct));
        }

        TempData["Note"] = texts["moved.done", moved!.Moved, moved.Left].Value;
        return LocalRedirect($"~/desk/timetable/sessions/{moved.NextId}");
    }

    [HttpPost("/desk/timetable/sessions/{id:guid}/cancel")]
    [Authorize(Policy = Abilities.PlanReceptions)]
    public Task<IActionResult> Cancel(Guid id, SessionForm form, CancellationToken ct) =>
        DoAsync(id, form, async () => texts["cancelled.done", await changes.CancelAsync(id, form.CancelReason, current.Actor, ct)].Value, ct, reason: nameof(form.CancelReason));

    private async Task<IActionResult> DoAsync(Guid id, SessionForm form, Func<Task<string>> act, CancellationToken ct, string? reason = null)
    {
        var note = "";
        if (!await rules.TryAsync(ModelState, code => code == "session.reason" && reason is not null ? reason : TimetableFields.OfSession(code), async () => note = await act()))
        {
            return RuleForm.Again(this, await SheetAsync(id, form, ct));
        }

        TempData["Note"] = note;
        return LocalRedirect($"~/desk/timetable/sessions/{id}");
    }

    /// <summary>The day that was offered, instead of the one typed.</summary>
    private void TakeOffer(SessionForm form)
    {
        if (DateText.Parse(form.UseDay) is { } offered)
        {
            ModelState.Remove(nameof(form.Day));
            form.Day = Dates.Machine(offered);
        }
    }

    private void RequireTime(SessionForm form)
    {
        rules.RequireDay(ModelState, nameof(form.Day), form.Day);
        foreach (var (field, time) in new[] { (nameof(form.From), form.From), (nameof(form.To), form.To) })
        {
            if (time is null)
            {
                ModelState.AddModelError(field, texts["error.time"]);
            }
        }
    }

    private async Task OfferAsync(Guid? point, SessionForm form, CancellationToken ct)
    {
        if (ModelState[nameof(form.Day)]?.Errors.Count > 0 && point is { } at && DateText.Parse(form.Day) is { } day && form.From is { } from && form.To is { } to && from < to)
        {
            ViewData["Offer"] = await plans.NextDayAsync(at, day, from, to, current.Actor, ct);
        }
    }

    private async Task<IActionResult> FormAsync(SessionForm form, CancellationToken ct)
    {
        ViewData["Sitters"] = await choices.SittersAsync(ct);
        ViewData["Rooms"] = await choices.RoomsAsync(ct);
        return View("~/Areas/Desk/Views/Timetable/New.cshtml", form);
    }

    private async Task<IActionResult> SheetAsync(Guid id, SessionForm? form, CancellationToken ct)
    {
        var sheet = await queries.SessionAsync(id, current.Actor, ct);
        ViewData["Sheet"] = sheet;
        ViewData["Plans"] = current.Actor.OfficesFor(Abilities.PlanReceptions).Contains(sheet.OfficeId);
        ViewData["Rooms"] = await choices.RoomsAsync(ct);
        // Each form of the page begins with what is; the one that was refused keeps what was typed.
        var shown = form ?? new SessionForm { RoomId = sheet.RoomId };
        shown.Day ??= Dates.Machine(sheet.Line.Day);
        shown.From ??= TimeOnly.FromDateTime(ChinaTime.LocalOf(sheet.Line.StartsAt));
        shown.To ??= TimeOnly.FromDateTime(ChinaTime.LocalOf(sheet.Line.EndsAt));
        shown.PublicPlaces ??= sheet.Line.PublicPlaces;
        shown.InternalPlaces ??= sheet.Line.InternalPlaces;
        return View("~/Areas/Desk/Views/Timetable/Session.cshtml", shown);
    }
}
