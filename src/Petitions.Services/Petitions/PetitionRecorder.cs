using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;

namespace Petitions.Services.Petitions;

/// <summary>The one way a change of a matter is saved: the change, its facts, the clocks' reaction and queued notices, once.</summary>
public sealed class PetitionRecorder(PetitionsDbContext db, FactLog log, ClockKeeper clocks)
{
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">When somebody else changed the matter first.</exception>
    public async Task SaveAsync(Petition petition, Actor actor, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        log.Record(actor, facts);
        log.Record(Actor.System, await clocks.ReactAsync(petition, facts, ct));
        await db.SaveChangesAsync(ct);
    }
}
