using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services;
using Petitions.Services.Receptions.Statistics;
using Petitions.Web.Access;
using Petitions.Web.Areas.Supervision.Forms;

namespace Petitions.Web.Areas.Supervision.Controllers;

/// <summary>Statistics of visits (issue 4 item 7; domain.md section 6): each number opens exactly its rows, which name nobody.</summary>
[Area("Supervision")]
public sealed class VisitStatisticsController(VisitStatisticsQueries queries, ChannelQueries channels, ICurrentActor current, TimeProvider clock) : Controller
{
    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    [HttpGet("/board/visits")]
    [Authorize(Policy = Abilities.ViewStatistics)]
    public async Task<IActionResult> Index(VisitScopeForm asked, CancellationToken ct) =>
        View(nameof(Index), await queries.OfAsync(asked.Scope(Today), current.Actor, ct));

    [HttpGet("/board/visits/bookings")]
    [Authorize(Policy = Abilities.ViewBoard)]
    public async Task<IActionResult> Bookings(VisitScopeForm asked, AppointmentForm? kind, AppointmentState? state, string? after, CancellationToken ct)
    {
        var scope = VisitRange.Reach(asked.Scope(Today), current.Actor);
        var (rows, next) = await queries.BookingRowsAsync(scope, kind, state, after, current.Actor, ct);
        (ViewData["Scope"], ViewData["Kind"], ViewData["State"], ViewData["Next"]) = (scope, kind, state, next);
        return View(nameof(Bookings), rows);
    }

    [HttpGet("/board/visits/matters")]
    [Authorize(Policy = Abilities.ViewBoard)]
    public async Task<IActionResult> Matters(VisitScopeForm asked, string? channel, string? after, CancellationToken ct)
    {
        var scope = VisitRange.Reach(asked.Scope(Today), current.Actor);
        var (rows, next) = await channels.RowsAsync(scope, channel ?? "", after, current.Actor, ct);
        (ViewData["Scope"], ViewData["Channel"], ViewData["Next"]) = (scope, channel ?? "", next);
        return View(nameof(Matters), rows);
    }

    /// <summary>Ratings without ticket or receiver; 404 where there are too few to be shown.</summary>
    [HttpGet("/board/visits/ratings")]
    [Authorize(Policy = Abilities.ViewBoard)]
    public async Task<IActionResult> Ratings(VisitScopeForm asked, string? after, CancellationToken ct)
    {
        var scope = VisitRange.Reach(asked.Scope(Today), current.Actor);
        var (rows, next) = await queries.RatingRowsAsync(scope, after, current.Actor, ct);
        (ViewData["Scope"], ViewData["Next"]) = (scope, next);
        return View(nameof(Ratings), rows);
    }

    [HttpGet("/board/visits/{figure}")]
    [Authorize(Policy = Abilities.ViewBoard)]
    public async Task<IActionResult> Rows(string figure, VisitScopeForm asked, ReceptionOutcome? outcome, string? after, CancellationToken ct)
    {
        if (!Enum.TryParse<VisitFigure>(figure, ignoreCase: true, out var chosen) || !Enum.IsDefined(chosen))
        {
            throw new NotFoundException();
        }

        var scope = VisitRange.Reach(asked.Scope(Today), current.Actor);
        var (rows, next) = await queries.RowsAsync(scope, chosen, outcome, after, current.Actor, ct);
        (ViewData["Scope"], ViewData["Figure"], ViewData["Outcome"], ViewData["Next"]) = (scope, chosen, outcome, next);
        return View(nameof(Rows), rows);
    }
}
