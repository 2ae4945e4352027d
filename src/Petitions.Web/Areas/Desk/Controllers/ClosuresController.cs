using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Services.Offices;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Odd days: shut, or open by way of exception, for an office or a point, a day or some hours.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.PlanReceptions)]
public sealed class ClosuresController(
    ClosureService service, TimetableQueries queries, TimetableChoices choices, TimetablePlaces places, OfficeCatalog offices, ICurrentActor current, RuleForm rules, IStringLocalizer<TimetableTexts> texts) : Controller
{
    [HttpGet("/desk/timetable/closures")]
    public Task<IActionResult> List(CancellationToken ct) => ShowAsync(new ClosureForm { Kind = nameof(ClosureKind.Closed) }, ct);

    [HttpPost("/desk/timetable/closures")]
    public async Task<IActionResult> Set(ClosureForm form, CancellationToken ct)
    {
        var point = places.For(current.Actor, Abilities.PlanReceptions).FirstOrDefault(each => each.Code == form.Place);
        var office = point?.OfficeId ?? current.Actor.OfficesFor(Abilities.PlanReceptions).Where(id => offices.Office(id)?.Code == form.Place).Select(id => (Guid?)id).FirstOrDefault();
        if (office is null)
        {
            ModelState.AddModelError(nameof(form.Place), texts["error.point"]);
        }

        if (!Enum.TryParse<ClosureKind>(form.Kind, out var kind) || !Enum.IsDefined(kind))
        {
            ModelState.AddModelError(nameof(form.Kind), texts["error.kind"]);
        }

        rules.RequireDay(ModelState, nameof(form.FirstDay), form.FirstDay);
        if (!string.IsNullOrWhiteSpace(form.LastDay))
        {
            rules.RequireDay(ModelState, nameof(form.LastDay), form.LastDay);
        }

        if (!await rules.TryAsync(ModelState, TimetableFields.OfClosure, () => service.SetAsync(new ClosureDetails
        {
            OfficeId = office!.Value,
            ServicePointId = point?.Id,
            Kind = kind,
            FirstDay = DateText.Parse(form.FirstDay)!.Value,
            LastDay = DateText.Parse(form.LastDay) ?? DateText.Parse(form.FirstDay)!.Value,
            From = form.From,
            To = form.To,
            Reason = form.Reason ?? "",
            SubmissionKey = form.SubmissionKey,
        }, current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(form, ct));
        }

        TempData["Note"] = texts["closure.done"].Value;
        return LocalRedirect(kind == ClosureKind.Closed ? "~/desk/timetable/conflicts" : "~/desk/timetable/closures");
    }

    [HttpPost("/desk/timetable/closures/{id:guid}/remove")]
    public async Task<IActionResult> Remove(Guid id, CancellationToken ct)
    {
        await service.TakeBackAsync(id, current.Actor, ct);
        TempData["Note"] = texts["closure.removed"].Value;
        return LocalRedirect("~/desk/timetable/closures");
    }

    private async Task<IActionResult> ShowAsync(ClosureForm form, CancellationToken ct)
    {
        ViewData["Closures"] = await queries.ClosuresAsync(choices.Today, current.Actor, ct);
        return View("~/Areas/Desk/Views/Timetable/Closures.cshtml", form);
    }
}
