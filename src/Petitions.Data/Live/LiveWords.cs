using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Live;

/// <summary>
/// After every save that touched a visit, an emergency call, the counters of a hall or the table of a joint visit, says which
/// changed: no service has to think of it. A word that cannot be said is dropped, the save stands.
/// </summary>
public sealed class LiveWords(IEngineInfo engine, LiveChanges changes) : SaveChangesInterceptor
{
    // By context: the tracker forgets what was new once it is saved.
    private readonly ConditionalWeakTable<DbContext, HashSet<Guid>> waiting = [];

    /// <summary>Called after <see cref="SavePreparation"/>, which has looked through the rows.</summary>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var topics = TopicsOf(eventData.Context!);
        waiting.Remove(eventData.Context!);
        if (topics.Count > 0)
        {
            waiting.Add(eventData.Context!, topics);
        }

        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var db = (PetitionsDbContext)eventData.Context!;
        if (waiting.TryGetValue(db, out var topics))
        {
            waiting.Remove(db);
            foreach (var topic in topics)
            {
                // This node's own memory needs no word to travel.
                changes.Say(topic);
            }

            try
            {
                await engine.Live.SayAsync(db, topics, cancellationToken);
            }
            catch (Exception error) when (DatabaseAway.Is(error, engine) || error is OperationCanceledException)
            {
                // What was saved is saved; the pages find it by asking.
            }
        }

        return result;
    }

    private static HashSet<Guid> TopicsOf(DbContext db)
    {
        var topics = new HashSet<Guid>();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
            {
                continue;
            }

            switch (entry.Entity)
            {
                case Reception visit:
                    topics.Add(visit.ServicePointId);
                    break;
                case CounterOpening opening:
                    topics.Add(opening.ServicePointId);
                    break;
                case EmergencyCall call:
                    topics.Add(call.ServicePointId);
                    topics.Add(call.OfficeId);
                    break;
                case JointVisit sitting:
                    topics.Add(sitting.Id);
                    break;
                case MinutesParagraph paragraph:
                    topics.Add(paragraph.JointVisitId);
                    break;
                case JointAgendaItem item:
                    topics.Add(item.JointVisitId);
                    break;
            }
        }

        return topics;
    }
}
