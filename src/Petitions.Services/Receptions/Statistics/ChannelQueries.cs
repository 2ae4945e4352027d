using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>
/// Matters by the channel they came through (domain.md row 20: one register), by legal day of receipt; of those the person
/// may see, so that the number opens exactly its rows.
/// </summary>
public sealed class ChannelQueries(PetitionsDbContext db)
{
    /// <param name="scope">After <see cref="VisitRange.Reach"/>; its form and leader are those of visits and narrow nothing here.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<(string Channel, int N)>> CountsAsync(VisitScope scope, Actor actor, CancellationToken ct)
    {
        var rows = await Matters(scope, actor).GroupBy(p => p.Channel).Select(g => new { g.Key, N = g.Count() }).ToListAsync(ct);
        return [.. rows.OrderByDescending(row => row.N).ThenBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, row.N))];
    }

    public async Task<(IReadOnlyList<ChannelRow> Rows, string? Next)> RowsAsync(VisitScope scope, string channel, string? after, Actor actor, CancellationToken ct)
    {
        var matters = Matters(VisitRange.Reach(scope, actor), actor).Where(p => p.Channel == channel);
        if (VisitKey.Parse(after) is { } key)
        {
            matters = matters.Where(p => p.ReceivedAt > key.At || (p.ReceivedAt == key.At && p.Id.CompareTo(key.Id) > 0));
        }

        var rows = await matters.OrderBy(p => p.ReceivedAt).ThenBy(p => p.Id).Take(VisitStatisticsQueries.PageSize + 1)
            .Select(p => new ChannelRow(p.Id, p.Number, p.Title, p.ReceivedOn, p.ReceivedAt, p.State)).ToListAsync(ct);
        return rows.Count > VisitStatisticsQueries.PageSize
            ? ([.. rows.Take(VisitStatisticsQueries.PageSize)], new VisitKey(rows[^2].ReceivedAt, rows[^2].Id).ToString())
            : (rows, null);
    }

    private IQueryable<Petition> Matters(VisitScope scope, Actor actor)
    {
        // Nothing is received before it is entered: the bound in entries lets the database use the order of entries.
        var (office, since, from, to) = (scope.Office, ChinaTime.StartOfDayUtc(scope.From), scope.From, scope.To);
        var matters = db.Petitions.VisibleTo(actor).AsNoTracking().Where(p => p.OfficeId == office && p.ReceivedAt >= since && p.ReceivedOn >= from && p.ReceivedOn <= to);
        return scope.Point is { } point ? matters.Where(p => p.ServicePointId == point) : matters;
    }
}
