using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.FollowUps;
using Petitions.Services.Supervision;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>Alerts of the board; each is closed as its rule says and no other way (J6 step 1).</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.ViewBoard)]
public sealed class AlertsController(
    AlertQueries queries, AlertService alerts, CallbackService callbacks, ICurrentActor current, RuleForm rules, IStringLocalizer<BoardTexts> texts) : Controller
{
    [HttpGet("/board/alerts")]
    public async Task<IActionResult> Index(string? after, CancellationToken ct) => View(await queries.ListAsync(after, current.Actor, ct));

    [HttpPost("/board/alerts/risk/{id:guid}")]
    public Task<IActionResult> Risk(Guid id, string? note, CancellationToken ct) => DoAsync(id, () => alerts.CloseRiskAsync(id, note, current.Actor, ct), ct);

    [HttpPost("/board/alerts/notice/{id:guid}/again")]
    public Task<IActionResult> Again(Guid id, CancellationToken ct) => DoAsync(id, () => alerts.SendAgainAsync(id, current.Actor, ct), ct);

    [HttpPost("/board/alerts/notice/{id:guid}/told")]
    public Task<IActionResult> Told(Guid id, string? note, CancellationToken ct) => DoAsync(id, () => alerts.ToldOtherwiseAsync(id, note, current.Actor, ct), ct);

    [HttpPost("/board/alerts/call-back/{id:guid}")]
    public Task<IActionResult> CallBack(Guid id, string? note, CancellationToken ct) => DoAsync(id, () => callbacks.DoneAsync(id, note, current.Actor, ct), ct);

    [HttpPost("/board/alerts/read/{id:guid}")]
    public Task<IActionResult> Read(Guid id, CancellationToken ct) => DoAsync(id, () => alerts.ReadAlertSeenAsync(id, current.Actor, ct), ct);

    private async Task<IActionResult> DoAsync(Guid id, Func<Task> act, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, code => code is "alert.note" or "note.text" ? "note" : "", act))
        {
            ViewData["Refused"] = id;
            return RuleForm.Again(this, View(nameof(Index), await queries.ListAsync(null, current.Actor, ct)));
        }

        TempData["Note"] = texts["alerts.done"].Value;
        return LocalRedirect("~/board/alerts");
    }
}
