using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Letters;
using Petitions.Services.Supervision;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>Alerts of the board; each is closed as its rule says and no other way (J6 step 1).</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.ViewBoard)]
public sealed class AlertsController(
    AlertQueries queries, AlertService alerts, EmergencyContacts contacts, ICurrentActor current, RuleForm rules, IStringLocalizer<BoardTexts> texts) : Controller
{
    [HttpGet("/board/alerts")]
    public async Task<IActionResult> Index(string? after, bool phones, CancellationToken ct)
    {
        // The list of telephones opens by a link: who only looks at the alerts does not ask for it.
        ViewData["Contacts"] = phones ? await contacts.OfAsync(current.Actor.OfficeId, ct) : null;
        return View(nameof(Index), await queries.ListAsync(after, current.Actor, ct));
    }

    /// <summary>How many emergencies are open, for the board to ask by itself: an alarm is there within 5 seconds (journey J3 d).</summary>
    [HttpGet("/board/risks")]
    [Unattended]
    public async Task<IActionResult> Risks(CancellationToken ct) => PartialView("~/Areas/Supervision/Views/Board/_Risks.cshtml", await queries.OpenRisksAsync(current.Actor, ct));

    [HttpPost("/board/alerts/risk/{id:guid}")]
    public Task<IActionResult> Risk(Guid id, string? called, DateTime? calledAt, string? note, CancellationToken ct) =>
        DoAsync(id, () => alerts.CloseRiskAsync(id, new RiskClosing(called, InUtc(calledAt), note), current.Actor, ct), ct);

    [HttpPost("/board/alerts/notice/{id:guid}/again")]
    public Task<IActionResult> Again(Guid id, CancellationToken ct) => DoAsync(id, () => alerts.SendAgainAsync(id, current.Actor, ct), ct);

    [HttpPost("/board/alerts/notice/{id:guid}/told")]
    public Task<IActionResult> Told(Guid id, string? note, CancellationToken ct) => DoAsync(id, () => alerts.ToldOtherwiseAsync(id, note, current.Actor, ct), ct);

    [HttpPost("/board/alerts/read/{id:guid}")]
    public Task<IActionResult> Read(Guid id, CancellationToken ct) => DoAsync(id, () => alerts.ReadAlertSeenAsync(id, current.Actor, ct), ct);

    private async Task<IActionResult> DoAsync(Guid id, Func<Task> act, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, FieldOf, act))
        {
            ViewData["Refused"] = id;
            return RuleForm.Again(this, View(nameof(Index), await queries.ListAsync(null, current.Actor, ct)));
        }

        TempData["Note"] = texts["alerts.done"].Value;
        return LocalRedirect("~/board/alerts");
    }

    private static string FieldOf(string code) => code switch
    {
        "alert.note" or "note.text" => "note",
        "alert.called" => "called",
        "alert.called-at" => "calledAt",
        _ => "",
    };

    /// <summary>Typed by the wall clock in Asia/Shanghai.</summary>
    private static DateTime? InUtc(DateTime? local) => local is { } at ? ChinaTime.StartOfDayUtc(DateOnly.FromDateTime(at)) + at.TimeOfDay : null;
}
