using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Facts;

namespace Petitions.Services.Facts;

/// <summary>Reads chains as they stand, some at a time. A line and its head come from one statement, so a write in between cannot look like a break.</summary>
public sealed class ChainReader(PetitionsDbContext db, ColumnProtector protector)
{
    private const int Batch = 100;

    /// <summary>Every chain, in the order of their subjects' ids.</summary>
    public async IAsyncEnumerable<ChainCopy> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        Guid? after = null;
        while (true)
        {
            var ids = await NextAsync(after, ct);
            if (ids.Count == 0)
            {
                yield break;
            }

            foreach (var chain in await ReadAsync(ids, ct))
            {
                yield return chain;
            }

            after = ids[^1];
        }
    }

    public async Task<IReadOnlyList<ChainCopy>> OfAsync(Guid subjectId, CancellationToken ct) => await ReadAsync([subjectId], ct);

    public async Task<IReadOnlyList<RootCopy>> RootsAsync(CancellationToken ct) =>
        [.. (await db.DailyRoots.AsNoTracking().OrderBy(root => root.Day).ToListAsync(ct)).Select(root => root.Copy())];

    // Lines without a head and heads without a line count too: that is what is looked for. The database sorts and
    // compares, because the engines order ids differently.
    private Task<List<Guid>> NextAsync(Guid? after, CancellationToken ct)
    {
        var heads = db.ChainHeads.AsNoTracking().Select(head => head.SubjectId);
        var facts = db.Facts.AsNoTracking().Select(fact => fact.SubjectId);
        if (after is { } last)
        {
            heads = heads.Where(id => id > last);
            facts = facts.Where(id => id > last);
        }

        return heads.Union(facts).OrderBy(id => id).Take(Batch).ToListAsync(ct);
    }

    private async Task<List<ChainCopy>> ReadAsync(List<Guid> ids, CancellationToken ct)
    {
        var rows = await db.Facts.AsNoTracking().Where(fact => ids.Contains(fact.SubjectId))
            .LeftJoin(db.ChainHeads.AsNoTracking(), fact => new { fact.Subject, fact.SubjectId }, head => new { head.Subject, head.SubjectId }, (fact, head) => new { Fact = fact, Head = head })
            .OrderBy(row => row.Fact.SubjectId).ThenBy(row => row.Fact.Subject).ThenBy(row => row.Fact.Seq).ThenBy(row => row.Fact.Id)
            .ToListAsync(ct);
        var values = (await db.FactValues.AsNoTracking()
            .Where(value => db.Facts.Any(fact => fact.Id == value.FactId && ids.Contains(fact.SubjectId))).ToListAsync(ct))
            .ToLookup(value => value.FactId, Clear);
        var chains = rows.GroupBy(row => (row.Fact.Subject, row.Fact.SubjectId)).Select(group => new ChainCopy(
            group.Key.Subject, group.Key.SubjectId, Head(group.First().Head),
            [.. group.Select(row => new ChainLine(FactLine.Of(row.Fact), row.Fact.Hash, [.. values[row.Fact.Id]]))])).ToList();
        var told = chains.Select(chain => (chain.Subject, chain.SubjectId)).ToHashSet();
        var bare = await db.ChainHeads.AsNoTracking().Where(head => ids.Contains(head.SubjectId)
            && !db.Facts.Any(fact => fact.Subject == head.Subject && fact.SubjectId == head.SubjectId)).ToListAsync(ct);
        chains.AddRange(bare.Where(head => !told.Contains((head.Subject, head.SubjectId))).Select(head => new ChainCopy(head.Subject, head.SubjectId, Head(head), [])));
        return chains;
    }

    private static HeadCopy? Head(ChainHead? head) => head is null ? null : new HeadCopy(head.Seq, head.Hash, head.Signature, head.KeyId);

    private ClearValue Clear(FactValue value)
    {
        try
        {
            return new ClearValue(value.Name, value.Salt, value.Text is null ? null : protector.Unprotect(value.Text));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or ArgumentException or InvalidOperationException)
        {
            return new ClearValue(value.Name, value.Salt, null, Unreadable: true);
        }
    }
}
