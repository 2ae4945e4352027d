using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Offices;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Live;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The emergency button of a counter, and the bar that shows it to everybody on duty until one accepts.</summary>
[Area("Desk")]
public sealed class EmergencyController(
    EmergencyService emergencies, DeskSeat seat, LiveStreams live, ICurrentActor current, RuleForm rules, IStringLocalizer<HallTexts> texts) : Controller
{
    private const string AtADesk = Abilities.RegisterPetitions + "," + Abilities.ReceiveVisitors + "," + Abilities.CallTickets;

    /// <summary>Told at once. Sent by script it leaves the page as it is: nothing that was typed is lost.</summary>
    [HttpPost("/desk/emergency")]
    [Authorize(Policy = AtADesk)]
    public async Task<IActionResult> Press(CancellationToken ct)
    {
        await emergencies.PressAsync(seat.Place, current.Actor, ct);
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            return PartialView("~/Areas/Desk/Views/Emergency/_Pressed.cshtml", seat.Place);
        }

        TempData["Note"] = texts["emergency.pressed", seat.Place.Counter].Value;
        return LocalRedirect("~/desk");
    }

    [HttpGet("/staff/emergency")]
    [Authorize(Policy = AtADesk + "," + Abilities.AnswerEmergency)]
    [Unattended]
    public async Task<IActionResult> Bar(CancellationToken ct) =>
        PartialView("~/Areas/Desk/Views/Emergency/_Bar.cshtml", await emergencies.BarAsync(current.Actor, ct));

    [HttpGet("/staff/emergency/live")]
    [Authorize(Policy = AtADesk + "," + Abilities.AnswerEmergency)]
    [Unattended]
    public IActionResult Follow() => live.Of(current.Actor.OfficesFor([Abilities.AnswerEmergency, .. AtADesk.Split(',')]));

    [HttpPost("/board/duty/emergencies/{id:guid}/accept")]
    [Authorize(Policy = Abilities.AnswerEmergency)]
    public async Task<IActionResult> Accept(Guid id, CancellationToken ct)
    {
        TempData["Note"] = await rules.TryAsync(ModelState, _ => "", () => emergencies.AcceptAsync(id, current.Actor, ct))
            ? texts["emergency.accepted"].Value
            : ModelState[""]?.Errors[0].ErrorMessage;
        return LocalRedirect("~/board/duty");
    }
}
