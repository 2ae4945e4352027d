using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Areas.Supervision.Models;
using Petitions.Web.Forms;
using Petitions.Web.Live;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>The halls at this moment (值班台, journey J5 step 6): each figure opens its tickets, and a further counter is opened from here.</summary>
[Area("Supervision")]
[Authorize(Policy = Abilities.ViewBoard + "," + Abilities.AnswerEmergency)]
public sealed class DutyBoardController(
    DutyBoardQueries board, CounterService counters, EmergencyService emergencies, LiveStreams live, ICurrentActor current, RuleForm rules, IStringLocalizer<HallTexts> texts) : Controller
{
    [HttpGet("/board/duty")]
    public async Task<IActionResult> Index(CancellationToken ct) => View("~/Areas/Supervision/Views/Duty/Index.cshtml", await NowAsync(ct));

    /// <summary>What the page fetches by itself.</summary>
    [HttpGet("/board/duty/now")]
    [Unattended]
    public async Task<IActionResult> Now(CancellationToken ct) => PartialView("~/Areas/Supervision/Views/Duty/_Now.cshtml", await NowAsync(ct));

    [HttpGet("/board/duty/live")]
    [Unattended]
    public async Task<IActionResult> Follow(CancellationToken ct) =>
        live.Of([.. (await board.HallsAsync(current.Actor, ct)).Select(hall => hall.ServicePointId), .. current.Actor.OfficesFor(Abilities.ViewBoard, Abilities.AnswerEmergency)]);

    [HttpGet("/board/duty/{point}")]
    public async Task<IActionResult> Hall(string point, ReceptionState? state, CancellationToken ct) => await HallAsync(point, state, ct);

    [HttpPost("/board/duty/{point}/counters")]
    [Authorize(Policy = Abilities.ViewBoard)]
    public async Task<IActionResult> Open(string point, int counter, Guid? staffId, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, code => code == "counter.colleague" ? "staffId" : "counter", () => counters.OpenAsync(point, counter, staffId ?? Guid.Empty, current.Actor, ct)))
        {
            return RuleForm.Again(this, await HallAsync(point, null, ct));
        }

        TempData["Note"] = texts["counter.opened", counter].Value;
        return LocalRedirect($"~/board/duty/{point}");
    }

    private async Task<IActionResult> HallAsync(string point, ReceptionState? state, CancellationToken ct)
    {
        var hall = await board.HallAsync(point, current.Actor, ct);
        ViewData["State"] = state;
        ViewData["Free"] = await board.FreeColleaguesAsync(board.Point(point, current.Actor).OfficeId, ct);
        return View("~/Areas/Supervision/Views/Duty/Hall.cshtml", hall);
    }

    private async Task<DutyNow> NowAsync(CancellationToken ct) => new(await board.HallsAsync(current.Actor, ct), await emergencies.CallsAsync(current.Actor, ct));
}
