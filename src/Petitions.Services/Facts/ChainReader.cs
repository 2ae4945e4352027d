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

    private static readonly FactSubject[] Subjects = Enum.GetValues<FactSubject>();

    /// <summary>
    /// Every chain: of each kind of subject in the order of the ids, as the keys of heads and lines lie, so that a log of
    /// millions is read page by page; what has lines and no head comes last.
    /// </summary>
    public async IAsyncEnumerable<ChainCopy> AllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var subject in Subjects)
        {
            Guid? after = null;
            while (await NextAsync(subject, after, ct) is { Count: > 0 } ids)
            {
                foreach (var chain in await ReadAsync([subject], ids, ct))
                {
                    yield return chain;
                }

                after = ids[^1];
            }
        }

        var headless = await db.Facts.AsNoTracking().Where(fact => !db.ChainHeads.Any(head => head.Subject == fact.Subject && head.SubjectId == fact.SubjectId))
            .Select(fact => new { fact.Subject, fact.SubjectId }).Distinct().ToListAsync(ct);
        foreach (var chain in headless)
        {
            foreach (var copy in await ReadAsync([chain.Subject], [chain.SubjectId], ct))
            {
                yield return copy;
            }
        }
    }

    public async Task<IReadOnlyList<ChainCopy>> OfAsync(Guid subjectId, CancellationToken ct) => await ReadAsync(Subjects, [subjectId], ct);

    public async Task<IReadOnlyList<RootCopy>> RootsAsync(CancellationToken ct) =>
        [.. (await db.DailyRoots.AsNoTracking().OrderBy(root => root.Day).ToListAsync(ct)).Select(root => root.Copy())];

    // The database sorts and compares, because the engines order ids differently.
    private Task<List<Guid>> NextAsync(FactSubject subject, Guid? after, CancellationToken ct)
    {
        var heads = db.ChainHeads.AsNoTracking().Where(head => head.Subject == subject).Select(head => head.SubjectId);
        if (after is { } last)
        {
            heads = heads.Where(id => id > last);
        }

        return heads.OrderBy(id => id).Take(Batch).ToListAsync(ct);
    }

    // The kind of subject is named although the id would do: it leads the index.
    private async Task<List<ChainCopy>> ReadAsync(FactSubject[] subjects, List<Guid> ids, CancellationToken ct)
    {
        var rows = await db.Facts.AsNoTracking().Where(fact => subjects.Contains(fact.Subject) && ids.Contains(fact.SubjectId))
            .LeftJoin(db.ChainHeads.AsNoTracking(), fact => new { fact.Subject, fact.SubjectId }, head => new { head.Subject, head.SubjectId }, (fact, head) => new { Fact = fact, Head = head })
            .OrderBy(row => row.Fact.SubjectId).ThenBy(row => row.Fact.Subject).ThenBy(row => row.Fact.Seq).ThenBy(row => row.Fact.Id)
            .ToListAsync(ct);
        var values = (await db.FactValues.AsNoTracking()
            .Where(value => db.Facts.Any(fact => fact.Id == value.FactId && subjects.Contains(fact.Subject) && ids.Contains(fact.SubjectId))).ToListAsync(ct))
            .ToLookup(value => value.FactId, Clear);
        var chains = rows.GroupBy(row => (row.Fact.Subject, row.Fact.SubjectId)).Select(group => new ChainCopy(
            group.Key.Subject, group.Key.SubjectId, Head(group.First().Head),
            [.. group.Select(row => new ChainLine(FactLine.Of(row.Fact), row.Fact.Hash, [.. values[row.Fact.Id]]))])).ToList();
        var told = chains.Select(chain => (chain.Subject, chain.SubjectId)).ToHashSet();
        var bare = await db.ChainHeads.AsNoTracking().Where(head => subjects.Contains(head.Subject) && ids.Contains(head.SubjectId)
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
