using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Commitments;

namespace Petitions.Services.Petitions;

/// <summary>The one way a change of a matter is saved: the change, its facts, the promises they keep, the clocks' reaction and queued notices, once.</summary>
public sealed class PetitionRecorder(PetitionsDbContext db, FactLog log, ClockKeeper clocks, PromiseReaction promises)
{
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">When somebody else changed the matter first.</exception>
    public async Task SaveAsync(Petition petition, Actor actor, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        await PrepareAsync(petition, actor, facts, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The same without the save, for a second matter that is saved together with the first.</summary>
    public async Task PrepareAsync(Petition petition, Actor actor, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var kept = await promises.ReactAsync(petition, facts, ct);
        log.Record(actor, facts);
        log.Record(Actor.System, kept);
        log.Record(Actor.System, await clocks.ReactAsync(petition, [.. facts, .. kept], ct));
    }
}
