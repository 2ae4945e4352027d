using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Petitions.Data.Keys;
using Petitions.Domain.Facts;

namespace Petitions.Data.Facts;

/// <summary>
/// Gives each new fact its place: reads the heads of the chains touched (one query), hashes, moves the heads and signs
/// each once. All of it lies in the same save as the change; the head's sequence is a concurrency token, so two writers
/// on one chain get one winner.
/// </summary>
public sealed class FactChainInterceptor(KeyRing keys, ColumnProtector protector) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await AppendAsync(eventData.Context!, cancellationToken);
        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        eventData.Context!.ChangeTracker.Entries<FactRecord>().Any(entry => entry.State == EntityState.Added)
            ? throw new InvalidOperationException("Facts are saved by SaveChangesAsync only.")
            : result;

    private async Task AppendAsync(DbContext db, CancellationToken ct)
    {
        var chains = db.ChangeTracker.Entries<FactRecord>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.Seq == 0)
            .Select(entry => entry.Entity)
            .GroupBy(fact => (fact.Subject, fact.SubjectId))
            .ToList();
        if (chains.Count == 0)
        {
            return;
        }

        foreach (var chain in chains)
        {
            var head = await HeadAsync(db, chain.Key.Subject, chain.Key.SubjectId, ct);
            foreach (var fact in chain)
            {
                fact.Append(head.Seq + 1, head.Hash);
                foreach (var value in fact.Values)
                {
                    value.Encrypt(protector.Protect);
                }

                head.Advance(fact.Seq, fact.Hash);
            }

            head.Sign(keys.Sign);
        }
    }

    private static async Task<ChainHead> HeadAsync(DbContext db, FactSubject subject, Guid subjectId, CancellationToken ct)
    {
        // A subject added in this very save has no chain yet: no need to ask.
        var isNew = db.ChangeTracker.Entries().Any(entry => entry.State == EntityState.Added
            && entry.Entity is not FactRecord
            && entry.Metadata.FindProperty("Id")?.ClrType == typeof(Guid)
            && entry.Property("Id").CurrentValue is Guid id && id == subjectId);
        var head = isNew
            ? db.Set<ChainHead>().Local.SingleOrDefault(h => h.Subject == subject && h.SubjectId == subjectId)
            : await db.Set<ChainHead>().SingleOrDefaultAsync(h => h.Subject == subject && h.SubjectId == subjectId, ct);
        if (head is null)
        {
            head = ChainHead.Start(subject, subjectId);
            db.Add(head);
        }

        return head;
    }
}
