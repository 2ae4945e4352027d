using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// Trend by cause and the yearly summary without names (seed features 7, 56; domain.md 6): counts of an office, never of a
/// person. In the summary, which leaves the department, small numbers are hidden.
/// </summary>
public sealed class ReviewTrendQueries(PetitionsDbContext db)
{
    /// <summary>Below this many nothing is shown (domain.md 6).</summary>
    public const int Smallest = 5;

    private const int Years = 3;

    /// <summary>Closed reviews by cause in each quarter of the last three years, of the offices whose reviews the person opens or decides.</summary>
    public async Task<CauseTrend> CausesAsync(DateOnly today, Actor actor, CancellationToken ct)
    {
        var offices = Offices(actor);
        var from = new DateOnly(today.Year - Years + 1, 1, 1);
        var since = ChinaTime.StartOfDayUtc(from);
        var rows = await db.AccountabilityReviews.AsNoTracking().Where(r => offices.Contains(r.OfficeId) && r.ClosedAt >= since).Select(r => new { r.ClosedAt, r.Causes }).ToListAsync(ct);
        var closed = rows.SelectMany(row => row.Causes.Select(cause => (Cause: cause, Quarter: QuarterOf(ChinaTime.DateOf(row.ClosedAt!.Value))))).ToList();
        var quarters = new List<Quarter>();
        for (var day = from; day <= today; day = day.AddMonths(3))
        {
            quarters.Add(QuarterOf(day));
        }

        return new CauseTrend(
            [.. closed.GroupBy(each => each.Cause).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => new CauseCount(group.Key, group.Count()))],
            [.. quarters.Select(quarter => (quarter, closed.Count(each => each.Quarter == quarter)))]);
    }

    public async Task<YearSummary> SummaryAsync(int year, Actor actor, CancellationToken ct)
    {
        var offices = Offices(actor);
        var (from, to) = (ChinaTime.StartOfDayUtc(new DateOnly(year, 1, 1)), ChinaTime.StartOfDayUtc(new DateOnly(year + 1, 1, 1)));
        var mine = db.AccountabilityReviews.AsNoTracking().Where(r => offices.Contains(r.OfficeId));
        var proposed = await mine.CountAsync(r => r.ProposedAt >= from && r.ProposedAt < to, ct);
        var refused = await mine.CountAsync(r => r.State == ReviewState.Refused && r.DecidedAt >= from && r.DecidedAt < to, ct);
        var opened = await mine.CountAsync(r => r.State != ReviewState.Refused && r.DecidedAt >= from && r.DecidedAt < to, ct);
        var closed = await mine.Where(r => r.ClosedAt >= from && r.ClosedAt < to).Select(r => new { r.Outcome, r.Causes, Measures = r.Officers.Select(o => o.Measure).ToList() }).AsSingleQuery().ToListAsync(ct);
        var lessons = await mine.Where(r => r.ClosedAt >= from && r.ClosedAt < to).SelectMany(r => r.Lessons).GroupBy(l => l.Kind).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var hours = await mine.Where(r => r.ClosedAt >= from && r.ClosedAt < to).SelectMany(r => r.Lessons).SumAsync(l => l.Hours ?? 0, ct);
        return new YearSummary
        {
            Year = year,
            Proposed = Shown(proposed),
            Opened = Shown(opened),
            Refused = Shown(refused),
            Closed = Shown(closed.Count),
            Standing = Shown(closed.Count(r => r.Outcome != ReviewVerdict.NotSubstantiated)),
            Causes = [.. closed.SelectMany(r => r.Causes).GroupBy(cause => cause).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, Shown(group.Count())))],
            Measures = [.. closed.SelectMany(r => r.Measures).OfType<LiabilityMeasure>().Where(measure => measure != LiabilityMeasure.None).GroupBy(measure => measure).OrderBy(group => group.Key).Select(group => (group.Key, Shown(group.Count())))],
            Lessons = [.. lessons.OrderBy(each => each.Key).Select(each => (each.Key, Shown(each.Count)))],
            TrainingHours = Shown(lessons.Where(each => each.Key == LessonKind.Training).Sum(each => each.Count)) is null ? null : hours,
        };
    }

    private static IReadOnlyList<Guid> Offices(Actor actor) => actor.OfficesFor(Abilities.OpenAccountability, Abilities.InspectAccountability, Abilities.DecideLiability);

    private static Quarter QuarterOf(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    private static int? Shown(int count) => count is > 0 and < Smallest ? null : count;
}
