using Microsoft.EntityFrameworkCore;
using Petitions.Data.Keys;
using Petitions.Domain.Facts;

namespace Petitions.Data.Facts;

/// <summary>
/// Gives each new fact its place: reads the heads of all chains touched in one query, hashes, moves the heads and signs
/// each once. All of it lies in the same save as the change; the head's sequence is a concurrency token, so two writers
/// on one chain get one winner.
/// </summary>
public sealed class FactChains(KeyRing keys, ColumnProtector protector)
{
    /// <summary>Chains the new facts of a save about to happen. The change tracker has looked for changes already and does not look again.</summary>
    public async Task AppendAsync(DbContext db, CancellationToken ct)
    {
        var chains = db.ChangeTracker.Entries<FactRecord>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.Seq == 0)
            .Select(entry => entry.Entity)
            .Order(FactRecord.InOrderMade)
            .GroupBy(fact => (fact.Subject, fact.SubjectId))
            .ToList();
        if (chains.Count == 0)
        {
            return;
        }

        var heads = await HeadsAsync(db, [.. chains.Select(chain => chain.Key)], ct);
        foreach (var chain in chains)
        {
            if (!heads.TryGetValue(chain.Key, out var head))
            {
                head = ChainHead.Start(chain.Key.Subject, chain.Key.SubjectId);
                db.Add(head);
            }

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
            db.Entry(head).DetectChanges();
        }
    }

    private static async Task<Dictionary<(FactSubject, Guid), ChainHead>> HeadsAsync(DbContext db, HashSet<(FactSubject Subject, Guid Id)> touched, CancellationToken ct)
    {
        // A subject added in this very save has no chain yet: no need to ask.
        var added = db.ChangeTracker.Entries()
            .Where(entry => entry.State == EntityState.Added && entry.Entity is not FactRecord && entry.Metadata.FindProperty("Id")?.ClrType == typeof(Guid))
            .Select(entry => (Guid)entry.Property("Id").CurrentValue!)
            .ToHashSet();
        var old = touched.Select(chain => chain.Id).Where(id => !added.Contains(id)).Distinct().ToList();
        if (old.Count > 0)
        {
            // The kind of subject leads the key: without it every save would read through the heads of all chains.
            var kinds = touched.Select(chain => chain.Subject).Distinct().ToList();
            await db.Set<ChainHead>().Where(head => kinds.Contains(head.Subject) && old.Contains(head.SubjectId)).LoadAsync(ct);
        }

        return db.Set<ChainHead>().Local.Where(head => touched.Contains((head.Subject, head.SubjectId)))
            .ToDictionary(head => (head.Subject, head.SubjectId));
    }
}
