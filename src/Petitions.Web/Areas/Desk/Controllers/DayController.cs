using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The register of a day's visitors (来访登记簿), printed for signature, and its closing.</summary>
[Area("Desk")]
public sealed class DayController(
    DaySheetService days, DaySheetQueries queries, DeskSeat seat, ICurrentActor current, RuleForm rules, IStringLocalizer<DeskTexts> texts, TimeProvider clock) : Controller
{
    [HttpGet("/desk/day")]
    [Authorize(Policy = Abilities.CloseDaySheet + "," + Abilities.ReceiveVisitors)]
    public async Task<IActionResult> Show(DateOnly? day, CancellationToken ct) => await PageAsync(day, ct);

    [HttpPost("/desk/day/close")]
    [Authorize(Policy = Abilities.CloseDaySheet)]
    public async Task<IActionResult> Close(DateOnly day, CancellationToken ct)
    {
        if (!await rules.TryAsync(ModelState, _ => "", () => days.CloseAsync(seat.Place, day, current.Actor, ct)))
        {
            return RuleForm.Again(this, await PageAsync(day, ct));
        }

        TempData["Note"] = texts["day.closed"].Value;
        return LocalRedirect(FormattableString.Invariant($"~/desk/day?day={day:yyyy-MM-dd}"));
    }

    private async Task<IActionResult> PageAsync(DateOnly? day, CancellationToken ct) => View("~/Areas/Desk/Views/Desk/Day.cshtml",
        await queries.DayAsync(seat.Place, day ?? ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime), current.Actor, ct));
}
