using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.Facts;

/// <summary>Makes and posts the root of a day (每日校验值). Safe to run twice: the second run only mends a missing file.</summary>
public sealed class DailyRootService(PetitionsDbContext db, FactLog log, KeyRing keys, DailyRootFolder folder, TimeProvider clock)
{
    /// <summary>A save may take this long between a fact's time and its commit; such facts come with the next root.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <exception cref="Domain.RuleBrokenException">facts.root-in-future, facts.root-out-of-order.</exception>
    public async Task PublishAsync(DateOnly day, CancellationToken ct)
    {
        var root = await db.DailyRoots.AsNoTracking().SingleOrDefaultAsync(r => r.Day == day, ct) ?? await MakeAsync(day, ct);
        await PostAsync(day, root.Copy(), ct);
    }

    private async Task<DailyRoot> MakeAsync(DateOnly day, CancellationToken ct)
    {
        var before = await db.DailyRoots.AsNoTracking().OrderByDescending(r => r.Day).FirstOrDefaultAsync(ct);
        var (entries, coversTo) = await GrownSinceAsync(before, ct);
        var office = await db.Offices.AsNoTracking().OrderBy(o => o.ParentId != null).ThenBy(o => o.Code).FirstAsync(ct);
        var (root, fact) = DailyRoot.Publish(day, before, entries, coversTo, office.Id, keys.Sign, clock.GetUtcNow().UtcDateTime);
        db.DailyRoots.Add(root);
        log.Record(Actor.System, fact);
        await db.SaveChangesAsync(ct);
        return root;
    }

    private async Task<(IReadOnlyList<RootEntry> Entries, DateTime CoversTo)> GrownSinceAsync(DailyRoot? before, CancellationToken ct)
    {
        var facts = db.Facts.AsNoTracking();
        if (before is not null)
        {
            var since = before.CoversTo - Overlap;
            facts = facts.Where(fact => fact.RecordedAt >= since);
        }

        var coversTo = await facts.MaxAsync(fact => (DateTime?)fact.RecordedAt, ct) ?? before?.CoversTo ?? DateTime.UnixEpoch;
        var heads = await db.ChainHeads.AsNoTracking()
            .Where(head => facts.Any(fact => fact.Subject == head.Subject && fact.SubjectId == head.SubjectId))
            .Select(head => new { head.Subject, head.SubjectId, head.Seq, head.Hash })
            .ToListAsync(ct);
        return ([.. heads.Select(head => new RootEntry(head.Subject, head.SubjectId, head.Seq, Convert.ToHexStringLower(head.Hash)))], coversTo);
    }

    private async Task PostAsync(DateOnly day, RootCopy copy, CancellationToken ct)
    {
        Directory.CreateDirectory(folder.Path);
        var path = Path.Combine(folder.Path, FormattableString.Invariant($"{day:yyyy-MM-dd}.txt"));
        if (File.Exists(path))
        {
            return;
        }

        // Written whole or not at all.
        var draft = path + ".part";
        await File.WriteAllTextAsync(draft, copy.ToText(), ct);
        File.Move(draft, path, overwrite: true);
    }
}
