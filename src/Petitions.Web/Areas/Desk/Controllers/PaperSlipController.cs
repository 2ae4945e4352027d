using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Offices;
using Petitions.Services.Receptions;
using Petitions.Web.Access;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>Blank numbered slips for the time the network is down (纸质取号单; journey J5 step 5): printed ahead, entered afterwards at the desk with their true times.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.ReceiveVisitors)]
public sealed class PaperSlipController(PaperSlipService slips, DeskSeat seat, ICurrentActor current) : Controller
{
    [HttpGet("/desk/paper-slips")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        ViewData["Place"] = seat.Place;
        return View("~/Areas/Desk/Views/PaperSlips/Index.cshtml", await slips.ListAsync(seat.Place, current.Actor, ct));
    }

    [HttpPost("/desk/paper-slips")]
    public async Task<IActionResult> Print(CancellationToken ct) => LocalRedirect($"~/desk/paper-slips/{await slips.PrintAsync(seat.Place, current.Actor, ct)}");

    [HttpGet("/desk/paper-slips/{id:guid}")]
    public async Task<IActionResult> Pad(Guid id, CancellationToken ct) => View("~/Areas/Desk/Views/PaperSlips/Pad.cshtml", await slips.PadAsync(id, current.Actor, ct));
}
