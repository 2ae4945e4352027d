using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Display;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Regular reception days, and the making of sessions out of them: shown first, then done by one press.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.PlanReceptions)]
public sealed class PatternsController(
    TimetableRuleService service, TimetableGenerator generator, TimetableQueries queries, TimetableChoices choices, ICurrentActor current, RuleForm rules, IStringLocalizer<TimetableTexts> texts) : Controller
{
    [HttpGet("/desk/timetable/patterns")]
    public async Task<IActionResult> List(CancellationToken ct)
    {
        ViewData["Sitters"] = await choices.SittersAsync(ct);
        return View("~/Areas/Desk/Views/Timetable/Patterns.cshtml", await queries.RulesAsync(current.Actor, ct));
    }

    [HttpGet("/desk/timetable/patterns/new")]
    public Task<IActionResult> New(CancellationToken ct) =>
        FormAsync(null, new PatternForm { SlotMinutes = 30, PublicPlaces = 1, InternalPlaces = 0, ValidFrom = Dates.Machine(choices.Today), PublishAtOnce = true }, ct);

    [HttpPost("/desk/timetable/patterns/new")]
    public async Task<IActionResult> Add(PatternForm form, CancellationToken ct)
    {
        Check(form);
        if (form.ServicePointId is null)
        {
            ModelState.AddModelError(nameof(form.ServicePointId), texts["error.point"]);
        }

        return await SaveAsync(null, form, () => service.SetAsync(form.ServicePointId!.Value, Details(form), form.SubmissionKey, current.Actor, ct), ct);
    }

    [HttpGet("/desk/timetable/patterns/{id:guid}")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct) => await FormAsync(await queries.RuleAsync(id, current.Actor, ct), null, ct);

    [HttpPost("/desk/timetable/patterns/{id:guid}")]
    public async Task<IActionResult> Change(Guid id, PatternForm form, CancellationToken ct)
    {
        var rule = await queries.RuleAsync(id, current.Actor, ct);
        Check(form);
        return await SaveAsync(rule, form, () => service.ChangeAsync(id, form.Version, Details(form), current.Actor, ct), ct);
    }

    /// <summary>What the button would do.</summary>
    [HttpGet("/desk/timetable/patterns/make")]
    public async Task<IActionResult> Preview(int? weeks, CancellationToken ct)
    {
        ViewData["Weeks"] = Math.Clamp(weeks ?? TimetableGenerator.Weeks, 1, TimetableGenerator.MostWeeks);
        ViewData["Sitters"] = await choices.SittersAsync(ct);
        return View("~/Areas/Desk/Views/Timetable/Make.cshtml", await generator.PreviewAsync(weeks ?? TimetableGenerator.Weeks, current.Actor, ct));
    }

    [HttpPost("/desk/timetable/patterns/make")]
    public async Task<IActionResult> Make(int weeks, CancellationToken ct)
    {
        var made = await generator.MakeAsync(weeks, current.Actor, ct);
        TempData["Note"] = texts["made.done", made.Made, made.Moved, made.LeftOut, made.TakenBack, made.WithoutRoom].Value;
        return LocalRedirect("~/desk/timetable");
    }

    private async Task<IActionResult> SaveAsync(TimetableRule? rule, PatternForm form, Func<Task> act, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, TimetableFields.OfPattern, act))
        {
            return RuleForm.Again(this, await FormAsync(rule, form, ct));
        }

        // What a change leaves without a slot is shown at once (nobody's booking vanishes).
        TempData["Note"] = texts[rule is null ? "pattern.added" : "pattern.changed"].Value;
        return LocalRedirect(rule is null ? "~/desk/timetable/patterns/make" : "~/desk/timetable/conflicts");
    }

    private void Check(PatternForm form)
    {
        rules.RequireDay(ModelState, nameof(form.ValidFrom), form.ValidFrom);
        if (!string.IsNullOrWhiteSpace(form.ValidTo))
        {
            rules.RequireDay(ModelState, nameof(form.ValidTo), form.ValidTo);
        }

        foreach (var (field, time) in new[] { (nameof(form.From), form.From), (nameof(form.To), form.To) })
        {
            if (time is null)
            {
                ModelState.AddModelError(field, texts["error.time"]);
            }
        }
    }

    private static TimetableRuleDetails Details(PatternForm form) => new()
    {
        Form = form.ReceptionForm ?? "",
        Weekdays = form.Weekdays,
        From = form.From!.Value,
        To = form.To!.Value,
        SlotMinutes = form.SlotMinutes ?? 0,
        PublicPlaces = form.PublicPlaces ?? 0,
        InternalPlaces = form.InternalPlaces ?? 0,
        Leaders = [.. form.Leaders.OfType<Guid>()],
        RoomId = form.RoomId,
        ValidFrom = DateText.Parse(form.ValidFrom)!.Value,
        ValidTo = DateText.Parse(form.ValidTo),
        PublishAtOnce = form.PublishAtOnce,
    };

    private async Task<IActionResult> FormAsync(TimetableRule? rule, PatternForm? form, CancellationToken ct)
    {
        ViewData["Rule"] = rule;
        ViewData["Sitters"] = await choices.SittersAsync(ct);
        ViewData["Rooms"] = await choices.RoomsAsync(ct);
        return View("~/Areas/Desk/Views/Timetable/Pattern.cshtml", (form ?? PatternForm.Of(rule!)).Padded());
    }
}
