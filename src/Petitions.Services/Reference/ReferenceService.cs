using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Reference;

namespace Petitions.Services.Reference;

/// <summary>Changes reference data: always a new version, never the old one.</summary>
public sealed class ReferenceService(PetitionsDbContext db, FactLog log, ReferenceCatalog catalog, TimeProvider clock)
{
    // Who may do what comes with the release: an administrator of settings could otherwise give himself the right to read cases (B10).
    private static readonly HashSet<string> Fixed = ["Role", "Ability", "RoleAbility", "RelationAbility", "RelationToMatter", "ForbiddenPair"];

    public static bool IsFixed(string list) => Fixed.Contains(list);

    /// <summary>Makes the next version of an item from a day on and records it.</summary>
    /// <param name="fromVersion">The version the form showed.</param>
    /// <exception cref="RuleBrokenException">reference.fixed-list, reference.newer-version, and those of <see cref="ReferenceItem.Revise"/>.</exception>
    public async Task<Guid> ReviseAsync(Guid id, int fromVersion, ReferenceChange change, Actor actor, CancellationToken ct)
    {
        var seen = await db.ReferenceItems.AsNoTracking().Where(each => each.Id == id).SingleOrNotFoundAsync(ct);
        Rule.Require(!IsFixed(seen.List), "reference.fixed-list");
        var newest = await db.ReferenceItems
            .Where(each => each.List == seen.List && each.Code == seen.Code && each.Parent == seen.Parent)
            .OrderByDescending(each => each.Version).FirstAsync(ct);
        Rule.Require(newest.Version == fromVersion, "reference.newer-version");
        var (next, fact) = newest.Revise(change, clock.GetUtcNow().UtcDateTime);
        db.ReferenceItems.Add(next);
        log.Record(actor, fact);
        await db.SaveChangesAsync(ct);
        catalog.Forget();
        return next.Id;
    }
}
