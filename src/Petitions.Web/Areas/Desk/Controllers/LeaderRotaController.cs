using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Appointments;
using Petitions.Services;
using Petitions.Services.Appointments;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The leaders' rota (院领导接访): what comes, who really sat, and the half-days of the year with the rows behind them.</summary>
[Area("Desk")]
public sealed class LeaderRotaController(LeaderRotaQueries queries, LeaderRotaService service, ICurrentActor current, RuleForm rules, IStringLocalizer<TimetableTexts> texts) : Controller
{
    [HttpGet("/desk/timetable/leaders")]
    [Authorize(Policy = TimetablePolicies.ReadRota)]
    public Task<IActionResult> Rota(Guid? leader, Guid? correct, CancellationToken ct) => ShowAsync(leader, correct, null, new SittingForm(), ct);

    [HttpPost("/desk/timetable/leaders/{id:guid}/sat")]
    [Authorize(Policy = TimetablePolicies.RecordSitting)]
    public async Task<IActionResult> Sat(Guid id, SittingForm form, CancellationToken ct)
    {
        SessionSitting? sitting = Enum.TryParse<SessionSitting>(form.Sitting, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        if (!await rules.TryAsync(ModelState, FieldOf, () => service.RecordAsync(id, sitting, form.SatBy, form.Note, current.Actor, ct)))
        {
            return RuleForm.Again(this, await ShowAsync(null, id, id, form, ct));
        }

        TempData["Note"] = texts["sat.done"].Value;
        return LocalRedirect("~/desk/timetable/leaders");
    }

    private static string FieldOf(string code) => code switch
    {
        "session.substitute" => nameof(SittingForm.SatBy),
        "session.sitting-note" => nameof(SittingForm.Note),
        _ => nameof(SittingForm.Sitting),
    };

    private async Task<IActionResult> ShowAsync(Guid? leader, Guid? correct, Guid? refused, SittingForm form, CancellationToken ct)
    {
        if (leader is { } id)
        {
            ViewData["Leader"] = await queries.NameAsync(id, current.Actor, ct) ?? throw new NotFoundException();
            ViewData["Rows"] = await queries.RowsAsync(id, current.Actor, ct);
        }

        ViewData["Rota"] = await queries.RotaAsync(correct, current.Actor, ct);
        ViewData["Refused"] = refused;
        ViewData["Records"] = LeaderRotaService.Recorders.Any(current.Actor.Can);
        return View("~/Areas/Desk/Views/Timetable/Leaders.cshtml", form);
    }
}
