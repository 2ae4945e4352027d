using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Indicators;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;

namespace Petitions.Services.Indicators;

/// <summary>
/// Indicators (domain.md section 6) from the daily roll-ups, never from scanning matters; the rows behind each under the
/// wall. Whoever sees one department's statistics is given that department's.
/// </summary>
public sealed class IndicatorQueries(PetitionsDbContext db, ClockCatalog clocks, TimeProvider clock)
{
    public const int PageSize = 20;

    public async Task<IndicatorSheet> SheetAsync(IndicatorScope asked, Actor actor, CancellationToken ct)
    {
        var scope = Reach(asked, actor);
        var sums = await Days(scope, actor).Where(d => d.Day >= scope.From && d.Day <= scope.To)
            .GroupBy(d => new { d.Measure, d.Apart })
            .Select(g => new { g.Key.Measure, g.Key.Apart, N = g.Sum(d => d.N), Hits = g.Sum(d => d.Hits), Extended = g.Sum(d => d.Extended), Amount = g.Sum(d => d.Amount) })
            .ToListAsync(ct);
        var lines = Enum.GetValues<Measure>().Select(measure =>
        {
            var counted = sums.SingleOrDefault(sum => sum.Measure == measure && sum.Apart.Length == 0);
            return new IndicatorLine(measure, counted?.N ?? 0, counted?.Hits ?? 0, counted?.Extended ?? 0, counted?.Amount ?? 0,
                sums.Where(sum => sum.Measure == measure && sum.Apart.Length > 0).OrderBy(sum => sum.Apart, StringComparer.Ordinal).ToDictionary(sum => sum.Apart, sum => sum.N));
        }).ToList();
        var upTo = await db.IndicatorCursors.Select(c => (DateTime?)c.ReadUpTo).SingleOrDefaultAsync(ct);
        return new IndicatorSheet(scope, lines, clocks.Quota("INDICATOR_MIN_N", Today).AsInteger(), upTo, await MonthsAsync(scope, actor, ct));
    }

    /// <summary>Matters behind a figure, by day; only those the person may know of.</summary>
    public async Task<(IReadOnlyList<IndicatorRow> Rows, string? Next)> RowsAsync(IndicatorScope asked, Measure measure, bool? hit, string? after, Actor actor, CancellationToken ct)
    {
        var scope = Reach(asked, actor);
        var (office, department) = (actor.OfficeId ?? Guid.Empty, scope.Department);
        var items = db.IndicatorItems.AsNoTracking().Where(i => i.OfficeId == office && i.Measure == measure && i.Day >= scope.From && i.Day <= scope.To
            && (department == null || i.DepartmentId == department) && (hit == null || (i.Hit == hit && i.Apart == "")));
        if (KeyOf(after) is var (day, topic))
        {
            items = items.Where(i => i.Day > day || (i.Day == day && i.TopicId.CompareTo(topic) > 0));
        }

        var rows = await items.Join(db.Petitions.VisibleTo(actor), i => i.PetitionId, p => p.Id, (i, p) => new { i, p.Number, p.Title })
            .OrderBy(row => row.i.Day).ThenBy(row => row.i.TopicId).Take(PageSize + 1)
            .Select(row => new IndicatorRow(row.Number, row.Title, row.i.Day, row.i.Hit, row.i.Extended, row.i.Apart, row.i.TopicId)).ToListAsync(ct);
        return ([.. rows.Take(PageSize)], rows.Count > PageSize ? FormattableString.Invariant($"{rows[PageSize - 1].Day:yyyyMMdd}.{rows[PageSize - 1].TopicId:N}") : null);
    }

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    private async Task<IReadOnlyList<(DateOnly Month, int Received)>> MonthsAsync(IndicatorScope scope, Actor actor, CancellationToken ct)
    {
        var first = new DateOnly(scope.To.Year, scope.To.Month, 1).AddMonths(-11);
        var last = scope.To;
        var sums = await Days(scope, actor).Where(d => d.Measure == Measure.Received && d.Day >= first && d.Day <= last)
            .GroupBy(d => new { d.Day.Year, d.Day.Month }).Select(g => new { g.Key.Year, g.Key.Month, N = g.Sum(d => d.N) }).ToListAsync(ct);
        return [.. Enumerable.Range(0, 12).Select(i => first.AddMonths(i)).Select(month => (month, sums.SingleOrDefault(s => s.Year == month.Year && s.Month == month.Month)?.N ?? 0))];
    }

    private IQueryable<IndicatorDay> Days(IndicatorScope scope, Actor actor)
    {
        var (office, department) = (actor.OfficeId ?? Guid.Empty, scope.Department);
        return db.IndicatorDays.AsNoTracking().Where(d => d.OfficeId == office && (department == null || d.DepartmentId == department));
    }

    /// <summary>Office-wide only with an office-wide grant; otherwise the department of the grant, whatever was asked for.</summary>
    private static IndicatorScope Reach(IndicatorScope asked, Actor actor)
    {
        var grants = actor.Grants.Where(grant => grant.Ability == Abilities.ViewStatistics).ToList();
        return grants.Any(grant => grant.Scope != AbilityScopes.Department)
            ? asked
            : asked with { Department = grants.FirstOrDefault(grant => grant.DepartmentId == asked.Department)?.DepartmentId ?? grants.FirstOrDefault()?.DepartmentId ?? Guid.Empty };
    }

    private static (DateOnly Day, Guid Topic)? KeyOf(string? key)
    {
        var parts = key?.Split('.') ?? [];
        return parts.Length == 2 && DateOnly.TryParseExact(parts[0], "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) && Guid.TryParse(parts[1], out var topic)
            ? (day, topic)
            : null;
    }
}
