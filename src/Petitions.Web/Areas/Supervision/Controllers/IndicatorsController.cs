using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Clocks;
using Petitions.Domain.Indicators;
using Petitions.Domain.Offices;
using Petitions.Services;
using Petitions.Services.Indicators;
using Petitions.Web.Access;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>Indicators with formula, n, value and the rows behind each (domain.md section 6). Period and scope stand in the address.</summary>
[Area("Supervision")]
public sealed class IndicatorsController(IndicatorQueries queries, ICurrentActor current, TimeProvider clock) : Controller
{
    [HttpGet("/board/indicators")]
    [Authorize(Policy = Abilities.ViewStatistics)]
    public async Task<IActionResult> Index(string? from, string? to, Guid? department, CancellationToken ct) =>
        View(await queries.SheetAsync(Scope(from, to, department), current.Actor, ct));

    [HttpGet("/board/indicators/{measure}")]
    [Authorize(Policy = Abilities.ViewBoard)]
    public async Task<IActionResult> Rows(string measure, string? from, string? to, Guid? department, bool? hit, string? after, CancellationToken ct)
    {
        if (!Enum.TryParse<Measure>(measure, ignoreCase: true, out var chosen) || !Enum.IsDefined(chosen))
        {
            throw new NotFoundException();
        }

        var scope = Scope(from, to, department);
        ViewData["Measure"] = chosen;
        ViewData["Scope"] = scope;
        ViewData["Hit"] = hit;
        var (rows, next) = await queries.RowsAsync(scope, chosen, hit, after, current.Actor, ct);
        ViewData["Next"] = next;
        return View(rows);
    }

    /// <summary>This quarter up to today where the address says nothing, or nonsense.</summary>
    private IndicatorScope Scope(string? from, string? to, Guid? department)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var start = DateText.Parse(from) ?? new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var end = DateText.Parse(to) ?? today;
        return new IndicatorScope(start, end < start ? start : end, department);
    }
}
