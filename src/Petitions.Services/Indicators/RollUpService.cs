using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Facts;
using Petitions.Domain.Indicators;

namespace Petitions.Services.Indicators;

/// <summary>
/// Keeps the daily roll-ups (architecture.md section 6): whatever got a new fact since the last run is read again from
/// its facts, and the days it belonged to are corrected by the difference. Safe to run twice and on two nodes.
/// </summary>
public sealed class RollUpService(PetitionsDbContext db, HistoryReader histories)
{
    private const int Page = 2_000;
    private const int Batch = 200;

    // A save that began before the last one read may become visible after it.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Returns how many matters were read again.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var start = await db.IndicatorCursors.AsNoTracking().Select(c => (DateTime?)c.ReadUpTo).SingleOrDefaultAsync(ct) ?? DateTime.UnixEpoch;
        var (from, last, count) = (start == DateTime.UnixEpoch ? start : start - Overlap, Guid.Empty, 0);
        while (true)
        {
            var (since, after) = (from, last);
            var page = await db.Facts.AsNoTracking()
                .Where(f => f.Subject == FactSubject.Petition && (f.RecordedAt > since || (f.RecordedAt == since && f.Id.CompareTo(after) > 0)))
                .OrderBy(f => f.RecordedAt).ThenBy(f => f.Id).Select(f => new { f.Id, f.SubjectId, f.RecordedAt }).Take(Page).ToListAsync(ct);
            if (page.Count == 0)
            {
                return count;
            }

            (from, last) = (page[^1].RecordedAt, page[^1].Id);
            foreach (var batch in page.Select(f => f.SubjectId).Distinct().Chunk(Batch))
            {
                await RebuildAsync(batch, from, ct);
                count += batch.Length;
            }
        }
    }

    private async Task RebuildAsync(Guid[] petitions, DateTime upTo, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var cursor = await db.IndicatorCursors.SingleOrDefaultAsync(ct);
        if (cursor is null)
        {
            cursor = IndicatorCursor.Start();
            db.IndicatorCursors.Add(cursor);
        }

        var old = await db.IndicatorItems.AsNoTracking().Where(item => petitions.Contains(item.PetitionId)).ToListAsync(ct);
        var fresh = (await histories.ReadAsync(petitions, null, ct)).SelectMany(history => history.Items()).ToList();
        await db.IndicatorItems.Where(item => petitions.Contains(item.PetitionId)).ExecuteDeleteAsync(ct);
        db.IndicatorItems.AddRange(fresh);
        await CorrectAsync(old, fresh, ct);
        cursor.Advance(upTo > cursor.ReadUpTo ? upTo : cursor.ReadUpTo);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task CorrectAsync(List<IndicatorItem> old, List<IndicatorItem> fresh, CancellationToken ct)
    {
        var both = old.Concat(fresh).ToList();
        var (offices, measures, days) = (both.Select(i => i.OfficeId).Distinct().ToList(), both.Select(i => i.Measure).Distinct().ToList(), both.Select(i => i.Day).Distinct().ToList());
        var rows = (await db.IndicatorDays.Where(d => offices.Contains(d.OfficeId) && measures.Contains(d.Measure) && days.Contains(d.Day)).ToListAsync(ct))
            .ToDictionary(d => (d.OfficeId, d.DepartmentId, d.Measure, d.Day, d.Apart));
        foreach (var (item, takeOut) in old.Select(item => (item, true)).Concat(fresh.Select(item => (item, false))))
        {
            var key = (item.OfficeId, item.DepartmentId, item.Measure, item.Day, item.Apart);
            if (!rows.TryGetValue(key, out var row))
            {
                rows[key] = row = IndicatorDay.For(item);
                db.IndicatorDays.Add(row);
            }

            row.Add(item, takeOut);
        }

        db.IndicatorDays.RemoveRange(rows.Values.Where(row => row.IsEmpty));
    }
}
