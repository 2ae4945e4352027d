using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;

namespace Petitions.Data.Search;

/// <summary>
/// Queues a matter for the search index whenever something of it that is searched changes: no service can forget it,
/// and the queue row lies in the same save as the change. Whoever changes rows past the change tracker adds a
/// <see cref="SearchQueueItem"/> himself.
/// </summary>
public sealed class SearchQueueing(TimeProvider clock)
{
    // What decides whether a matter may be searched at all; what was filed never changes.
    private static readonly string[] Deciding = [nameof(Petition.Confidentiality), nameof(Petition.IdentityMode), nameof(Petition.Title), nameof(Petition.Text), nameof(Petition.Request)];

    /// <summary>Adds the queue rows of a save about to happen. The change tracker has looked for changes already.</summary>
    public void Queue(DbContext db)
    {
        var changed = new HashSet<Guid>();
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (MatterOf(entry) is { } matter)
            {
                changed.Add(matter);
            }
        }

        // A save that failed and is tried again has its rows already.
        changed.ExceptWith(db.ChangeTracker.Entries<SearchQueueItem>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.PetitionId));
        var now = clock.GetUtcNow().UtcDateTime;
        db.AddRange(changed.Select(matter => SearchQueueItem.Of(matter, now)));
    }

    private static Guid? MatterOf(EntityEntry entry) => entry.Entity switch
    {
        Petition petition when entry.State != EntityState.Modified || Deciding.Any(name => entry.Property(name).IsModified) => petition.Id,
        PetitionAddition addition => addition.PetitionId,
        Respondent respondent => respondent.PetitionId,
        PetitionParty party => party.PetitionId,
        Reply reply when reply.State is ReplyState.Sent or ReplyState.Recalled && (entry.State != EntityState.Modified || entry.Property(nameof(Reply.State)).IsModified) => reply.PetitionId,
        _ => null,
    };
}
