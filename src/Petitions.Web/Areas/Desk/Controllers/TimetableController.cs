using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Web.Access;
using Petitions.Web.Display;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The week of a service point, and what no longer fits since something was changed.</summary>
[Area("Desk")]
public sealed class TimetableController(
    TimetableQueries queries, ConflictQueries conflicts, SessionPublishService sessions, TimetableChoices choices, ICurrentActor current, IStringLocalizer<TimetableTexts> texts) : Controller
{
    [HttpGet("/desk/timetable")]
    [Authorize(Policy = TimetablePolicies.Read)]
    public async Task<IActionResult> Week(string? point, DateOnly? week, CancellationToken ct) =>
        View("~/Areas/Desk/Views/Timetable/Week.cshtml", await queries.WeekAsync(point, choices.MondayOf(week), current.Actor, ct));

    /// <summary>Publishes all that is planned in the week.</summary>
    [HttpPost("/desk/timetable/publish")]
    [Authorize(Policy = Abilities.PlanReceptions)]
    public async Task<IActionResult> Publish(string point, DateOnly week, CancellationToken ct)
    {
        var monday = choices.MondayOf(week);
        var shown = await queries.WeekAsync(point, monday, current.Actor, ct);
        var published = await sessions.PublishAllAsync(shown.Point.Id, monday, monday.AddDays(6), current.Actor, ct);
        TempData["Note"] = texts["published.many", published].Value;
        return LocalRedirect($"~/desk/timetable?point={shown.Point.Code}&week={Dates.Machine(monday)}");
    }

    [HttpGet("/desk/timetable/conflicts")]
    [Authorize(Policy = TimetablePolicies.ReadConflicts)]
    public async Task<IActionResult> Conflicts(CancellationToken ct) => View("~/Areas/Desk/Views/Timetable/Conflicts.cshtml", await conflicts.ListAsync(current.Actor, ct));
}
