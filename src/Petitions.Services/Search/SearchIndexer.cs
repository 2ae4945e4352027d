using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.Search;
using Petitions.Domain.Offices;

namespace Petitions.Services.Search;

/// <summary>
/// Fills the search index in the background, since an insert there costs more than a submission. A batch is one
/// transaction: the texts are read after the queue rows, and both their new rows and the end of the queue rows are kept
/// or neither. One indexer works at a time, so no older text overwrites a newer one; what commits late is simply found
/// at the next turn.
/// </summary>
public sealed class SearchIndexer(PetitionsDbContext db, IEngineInfo engine, SearchTexts texts)
{
    public const int BatchSize = 200;
    private const int BatchesAtOnce = 100;
    private const int RebuildBatch = 1_000;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);

    /// <summary>Works the queue off, up to some thousands; returns how many matters were indexed.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var total = 0;
        for (var batch = 0; batch < BatchesAtOnce; batch++)
        {
            var done = await BatchAsync(ct);
            total += done;
            if (done == 0)
            {
                break;
            }
        }

        if (total > 0)
        {
            await engine.Search.TidyAsync(db, ct);
        }

        return total;
    }

    /// <summary>Makes every row again, matter after matter; searches go on meanwhile. Safe to stop and to start again.</summary>
    /// <param name="offline">Empties the index first and makes its dear structures last: for a first filling. Needs the owner's role; nothing is found until it ends.</param>
    /// <param name="progress">Told the matters done so far.</param>
    /// <param name="ct">Stops after a batch.</param>
    public async Task<int> RebuildAsync(bool offline, IProgress<int>? progress, CancellationToken ct)
    {
        if (offline)
        {
            await engine.Search.BeginRebuildAsync(db, ct);
        }

        var total = 0;
        for (var last = Guid.Empty; ;)
        {
            var from = last;
            var ids = await db.Petitions.VisibleTo(Actor.System).Where(p => p.Id.CompareTo(from) > 0).OrderBy(p => p.Id).Select(p => p.Id).Take(RebuildBatch).ToListAsync(ct);
            if (ids.Count == 0)
            {
                break;
            }

            await InTurnAsync(async () => await engine.Search.ReplaceAsync(db, ids, await texts.OfAsync(ids, ct), ct), ct);
            (last, total) = (ids[^1], total + ids.Count);
            progress?.Report(total);
        }

        if (offline)
        {
            await engine.Search.EndRebuildAsync(db, ct);
        }
        else
        {
            await engine.Search.TidyAsync(db, ct);
        }

        return total;
    }

    /// <summary>
    /// Takes erased matters out at once, in a transaction of its own, and what they leave in the index as far as the
    /// engine lets the portal do it (security.md D5; docs/operations.md says what the owner does).
    /// </summary>
    public async Task EraseAsync(IReadOnlyCollection<Guid> matters, CancellationToken ct)
    {
        await InTurnAsync(() => engine.Search.ReplaceAsync(db, matters, [], ct), ct);
        await engine.Search.TidyAsync(db, ct);
        if (engine.MigratesItself)
        {
            await engine.Search.PurgeAsync(db, ct);
        }
    }

    private async Task<int> BatchAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await engine.Search.TryTurnAsync(db, ct))
        {
            return 0;
        }

        var items = await db.SearchQueue.AsNoTracking().OrderBy(item => item.Id).Take(BatchSize).ToListAsync(ct);
        if (items.Count == 0)
        {
            return 0;
        }

        var (done, matters) = (items.ConvertAll(item => item.Id), items.Select(item => item.PetitionId).Distinct().ToList());
        await engine.Search.ReplaceAsync(db, matters, await texts.OfAsync(matters, ct), ct);
        await db.SearchQueue.Where(item => done.Contains(item.Id)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return matters.Count;
    }

    private async Task InTurnAsync(Func<Task> act, CancellationToken ct)
    {
        while (true)
        {
            await using (var transaction = await db.Database.BeginTransactionAsync(ct))
            {
                if (await engine.Search.TryTurnAsync(db, ct))
                {
                    await act();
                    await transaction.CommitAsync(ct);
                    return;
                }
            }

            await Task.Delay(Wait, ct);
        }
    }
}
