using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Petitions.Data.Facts;
using Petitions.Data.Search;
using Petitions.Domain.Facts;

namespace Petitions.Data;

/// <summary>
/// What goes into every save beside the change itself: the chain of its facts (under a clock that can be trusted), the
/// request they came by, and the matter's place in the queue of the search index. The tracker looks through its rows
/// once a save: each look reads every property of every row, and left to itself it would look at each question asked of it.
/// </summary>
public sealed class SavePreparation(SearchQueueing searching, FactChains chains, IEngineInfo engine) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (PetitionsDbContext)eventData.Context!;
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            searching.Queue(db);
            RequestMark.Write(db);
            if (WritesHistory(db))
            {
                await engine.TrustClockAsync(db, cancellationToken);
                await chains.AppendAsync(db, cancellationToken);
            }
        }
        catch
        {
            LookAgain(db);
            throw;
        }

        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var db = eventData.Context!;
        searching.Queue(db);
        return WritesHistory(db)
            ? throw new InvalidOperationException("Facts are saved by SaveChangesAsync only.")
            : result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        LookAgain(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        LookAgain(eventData.Context!);
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        LookAgain(eventData.Context!);
        return Task.CompletedTask;
    }

    private static bool WritesHistory(DbContext db) => db.ChangeTracker.Entries<FactRecord>().Any(entry => entry.State == EntityState.Added);

    private static void LookAgain(DbContext db) => db.ChangeTracker.AutoDetectChangesEnabled = true;
}
