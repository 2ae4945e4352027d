using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Appointments;
using Petitions.Services.Clocks;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>
/// Waits, talks, batches and persons, absences, outcomes and the leaders' half-days (issue 4 item 7; domain.md section 6),
/// counted by the database over one stretch of arrivals; only the seconds of each visit are read, because no percentile is
/// the same on both engines. Every number has its rows.
/// </summary>
public sealed class VisitStatisticsQueries(VisitRange range, ChannelQueries channels, VisitRatingFigures ratings, LeaderRotaQueries rota, DeskRules rules, ClockCatalog clocks, TimeProvider clock)
{
    /// <summary>Rows of a page behind a number.</summary>
    public const int PageSize = 50;

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    private int Least => clocks.Quota("INDICATOR_MIN_N", Today).AsInteger();

    private VisitBounds Bounds => new(clocks.Quota("GROUP_VISIT_MIN", Today).AsInteger(), rules.WaitAmber, rules.WaitRed);

    public async Task<VisitStatistics> OfAsync(VisitScope asked, Actor actor, CancellationToken ct)
    {
        var (scope, bounds) = (await ReachAsync(asked, actor, ct), Bounds);
        var visits = range.Visits(scope, actor);
        var kinds = await KindsAsync(visits, bounds, ct);
        var seconds = await visits.Narrow(VisitFigure.Heard, bounds).Select(r => new { r.Waited, r.Walked, r.Talked }).ToListAsync(ct);
        var days = await visits.GroupBy(r => r.Day).Select(g => new { g.Key, N = g.Count(), People = g.Sum(r => r.GroupSize) }).ToListAsync(ct);
        var points = await visits.GroupBy(r => r.ServicePointId).Select(g => new { g.Key, N = g.Count(), People = g.Sum(r => r.GroupSize) }).ToListAsync(ct);
        var forms = await visits.GroupBy(r => r.Form).Select(g => new { g.Key, N = g.Count(), People = g.Sum(r => r.GroupSize) }).ToListAsync(ct);
        return new VisitStatistics
        {
            Scope = scope,
            Bounds = bounds,
            Least = Least,
            Figures = await FiguresAsync(visits, kinds, bounds, ct),
            Outcomes = [.. kinds.Where(kind => kind.Outcome is not null).GroupBy(kind => kind.Outcome!.Value).OrderBy(group => group.Key).Select(group => (group.Key, VisitCount.Sum(group.Select(kind => kind.Count))))],
            Points = [.. points.OrderByDescending(row => row.N).ThenBy(row => row.Key).Select(row => (row.Key, new VisitCount(row.N, row.People)))],
            Forms = [.. forms.OrderByDescending(row => row.N).ThenBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, new VisitCount(row.N, row.People)))],
            Series = VisitSeries.Of(scope, days.ToDictionary(row => row.Key, row => new VisitCount(row.N, row.People))),
            Waited = Spread.Of(seconds.Select(row => row.Waited)),
            Walked = Spread.Of(seconds.Select(row => row.Walked)),
            Talked = Spread.Of(seconds.Select(row => row.Talked)),
            Bookings = await BookingsAsync(scope, actor, ct),
            Channels = await channels.CountsAsync(scope, actor, ct),
            Ratings = await ratings.OfAsync(scope, Least, actor, ct),
            Leaders = await LeadersAsync(scope, actor, ct),
            Quota = clocks.Quota(LeaderRotaQueries.Quota, Today).AsInteger(),
            At = clock.GetUtcNow().UtcDateTime,
        };
    }

    /// <summary>The visits behind a figure, in the order they came.</summary>
    public async Task<(IReadOnlyList<VisitRow> Rows, string? Next)> RowsAsync(VisitScope asked, VisitFigure figure, ReceptionOutcome? outcome, string? after, Actor actor, CancellationToken ct)
    {
        var visits = range.Visits(await ReachAsync(asked, actor, ct), actor).Narrow(figure, Bounds);
        visits = outcome is { } only ? visits.Where(r => r.Outcome == only) : visits;
        if (VisitKey.Parse(after) is { } key)
        {
            visits = visits.Where(r => r.ArrivedAt > key.At || (r.ArrivedAt == key.At && r.Id.CompareTo(key.Id) > 0));
        }

        var rows = await visits.OrderBy(r => r.ArrivedAt).ThenBy(r => r.Id).Take(PageSize + 1).Select(r => new VisitRow
        {
            Id = r.Id,
            Ticket = new Ticket(r.Prefix, r.TicketNumber),
            ArrivedAt = r.ArrivedAt,
            ServicePointId = r.ServicePointId,
            Form = r.Form,
            GroupSize = r.GroupSize,
            State = r.State,
            Outcome = r.Outcome,
            Waited = r.Waited,
            Walked = r.Walked,
            Talked = r.Talked,
        }).ToListAsync(ct);
        return rows.Count > PageSize ? ([.. rows.Take(PageSize)], new VisitKey(rows[PageSize - 1].ArrivedAt, rows[PageSize - 1].Id).ToString()) : (rows, null);
    }

    /// <summary>The ratings behind their figure, where there are enough of them.</summary>
    /// <exception cref="NotFoundException">There are fewer than the least.</exception>
    public async Task<(IReadOnlyList<VisitRatingRow> Rows, string? Next)> RatingRowsAsync(VisitScope asked, string? after, Actor actor, CancellationToken ct) =>
        await ratings.RowsAsync(await ReachAsync(asked, actor, ct), Least, after, actor, ct);

    /// <summary>The bookings behind a figure, by their time.</summary>
    public async Task<(IReadOnlyList<BookingRow> Rows, string? Next)> BookingRowsAsync(VisitScope asked, AppointmentForm? form, AppointmentState? state, string? after, Actor actor, CancellationToken ct)
    {
        var bookings = range.Bookings(await ReachAsync(asked, actor, ct), actor);
        bookings = form is { } one ? bookings.Where(a => a.Form == one) : bookings;
        // Without a state: what the rate of no-shows is of.
        bookings = state is { } only ? bookings.Where(a => a.State == only) : bookings.Where(a => a.State != AppointmentState.Cancelled);
        if (VisitKey.Parse(after) is { } key)
        {
            bookings = bookings.Where(a => a.ListedAt > key.At || (a.ListedAt == key.At && a.Id.CompareTo(key.Id) > 0));
        }

        var rows = await bookings.OrderBy(a => a.ListedAt).ThenBy(a => a.Id).Take(PageSize + 1)
            .Select(a => new BookingRow(a.Id, a.ListedAt, a.Form, a.State, a.ServicePointId)).ToListAsync(ct);
        return rows.Count > PageSize ? ([.. rows.Take(PageSize)], new VisitKey(rows[PageSize - 1].At, rows[PageSize - 1].Id).ToString()) : (rows, null);
    }

    /// <summary>Visits are counted for leaders, whose duty it is to receive, and for no other officer (domain.md section 6).</summary>
    private async Task<VisitScope> ReachAsync(VisitScope asked, Actor actor, CancellationToken ct)
    {
        var scope = VisitRange.Reach(asked, actor);
        return scope.Leader is null || (await rota.YearAsync([scope.Office ?? Guid.Empty], scope.To.Year, ct)).Any(leader => leader.Id == scope.Leader) ? scope : scope with { Leader = null };
    }

    private static async Task<List<Kind>> KindsAsync(IQueryable<Reception> visits, VisitBounds bounds, CancellationToken ct)
    {
        var group = bounds.Group;
        var rows = await visits
            .GroupBy(r => new { r.State, r.Outcome, Heard = r.StartedAt != null, Called = r.CalledAt != null, Booked = r.BookedAt != null, Group = r.GroupSize >= group })
            .Select(g => new { g.Key, N = g.Count(), People = g.Sum(r => r.GroupSize) }).ToListAsync(ct);
        return rows.ConvertAll(row => new Kind(row.Key.State, row.Key.Outcome, row.Key.Heard, row.Key.Called, row.Key.Booked, row.Key.Group, new VisitCount(row.N, row.People)));
    }

    private static async Task<Dictionary<VisitFigure, VisitCount>> FiguresAsync(IQueryable<Reception> visits, List<Kind> kinds, VisitBounds bounds, CancellationToken ct)
    {
        VisitCount Sum(Func<Kind, bool> of) => VisitCount.Sum(kinds.Where(of).Select(kind => kind.Count));
        var figures = new Dictionary<VisitFigure, VisitCount>
        {
            [VisitFigure.All] = Sum(_ => true),
            [VisitFigure.Groups] = Sum(kind => kind.Group),
            [VisitFigure.Booked] = Sum(kind => kind.Booked),
            [VisitFigure.Heard] = Sum(kind => kind is { State: ReceptionState.Ended, Heard: true }),
            [VisitFigure.Unheard] = Sum(kind => kind is { State: ReceptionState.Ended, Heard: false }),
            [VisitFigure.Open] = Sum(kind => kind.State != ReceptionState.Ended),
            [VisitFigure.Called] = Sum(kind => kind.Called),
        };
        foreach (var figure in new[] { VisitFigure.Missed, VisitFigure.Returned, VisitFigure.OverAmber, VisitFigure.OverRed })
        {
            var sum = await visits.Narrow(figure, bounds).GroupBy(r => r.OfficeId).Select(g => new { N = g.Count(), People = g.Sum(r => r.GroupSize) }).SingleOrDefaultAsync(ct);
            figures[figure] = sum is null ? VisitCount.None : new VisitCount(sum.N, sum.People);
        }

        return figures;
    }

    private async Task<IReadOnlyList<BookingCount>> BookingsAsync(VisitScope scope, Actor actor, CancellationToken ct)
    {
        var rows = await range.Bookings(scope, actor).GroupBy(a => new { a.Form, a.State }).Select(g => new { g.Key.Form, g.Key.State, N = g.Count() }).ToListAsync(ct);
        int Count(AppointmentForm form, AppointmentState state) => rows.Where(row => row.Form == form && row.State == state).Sum(row => row.N);
        return [.. rows.Select(row => row.Form).Distinct().Order()
            .Select(form => new BookingCount(form, Count(form, AppointmentState.Attended), Count(form, AppointmentState.NoShow), Count(form, AppointmentState.Cancelled)))];
    }

    /// <summary>Leaders by name; no ranking (domain.md section 6). Their visits are those of the period, their half-days those of its last year.</summary>
    private async Task<IReadOnlyList<LeaderVisits>> LeadersAsync(VisitScope scope, Actor actor, CancellationToken ct)
    {
        var leaders = await rota.YearAsync([scope.Office ?? Guid.Empty], scope.To.Year, ct);
        var ids = leaders.Select(leader => (Guid?)leader.Id).ToList();
        var heard = (await range.Visits(scope with { Leader = null }, actor).Where(r => ids.Contains(r.ReceiverId)).GroupBy(r => r.ReceiverId)
            .Select(g => new { g.Key, N = g.Count(), People = g.Sum(r => r.GroupSize) }).ToListAsync(ct)).ToDictionary(row => row.Key!.Value, row => new VisitCount(row.N, row.People));
        return [.. leaders.Select(leader => new LeaderVisits(leader, heard.GetValueOrDefault(leader.Id, VisitCount.None)))];
    }

    private sealed record Kind(ReceptionState State, ReceptionOutcome? Outcome, bool Heard, bool Called, bool Booked, bool Group, VisitCount Count);
}
