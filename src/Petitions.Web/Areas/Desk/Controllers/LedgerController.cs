using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Receptions;
using Petitions.Services.Receptions.Ledger;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Areas.Desk.Models;

namespace Petitions.Web.Areas.Desk.Controllers;

/// <summary>The register of visits over a period (来访登记簿; domain.md 4.2), on the screen page by page and whole for the printer.</summary>
[Area("Desk")]
[Authorize(Policy = Abilities.CloseDaySheet + "," + Abilities.ReceiveVisitors)]
public sealed class LedgerController(LedgerQueries ledger, ICurrentActor current, TimeProvider clock) : Controller
{
    private const int PageSize = 50;

    [HttpGet("/desk/ledger")]
    public Task<IActionResult> Show(LedgerForm asked, string? after, CancellationToken ct) => PageAsync(asked, VisitKey.Parse(after), PageSize, printed: false, ct);

    [HttpGet("/desk/ledger/print")]
    public Task<IActionResult> Print(LedgerForm asked, CancellationToken ct) => PageAsync(asked, null, LedgerQueries.PrintMax, printed: true, ct);

    private async Task<IActionResult> PageAsync(LedgerForm asked, VisitKey? after, int size, bool printed, CancellationToken ct)
    {
        var filter = LedgerQueries.Reach(asked.Filter(ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime)), current.Actor);
        var lines = await ledger.ReadAsync(filter, after, size + 1, clear: false, current.Actor, ct);
        var next = lines.Count > size ? new VisitKey(lines[size - 1].ArrivedAt, lines[size - 1].Id).ToString() : null;
        return View("~/Areas/Desk/Views/Desk/Ledger.cshtml", new LedgerPage(filter, await ledger.SumAsync(filter, current.Actor, ct), [.. lines.Take(size)], next, printed));
    }
}
