using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions;

/// <summary>Writes who read what, before the answer is sent (security.md B4).</summary>
public sealed class ReadLog(PetitionsDbContext db, ReadAlerts alerts, TimeProvider clock)
{
    public Task RecordAsync(Petition petition, Actor actor, string what, string? reason, CancellationToken ct, string? address = null) =>
        RecordAsync(petition.Id, actor, what, reason, ct, address);

    public async Task RecordAsync(Guid petitionId, Actor actor, string what, string? reason, CancellationToken ct, string? address = null)
    {
        if (actor.Kind == ActorKind.Staff && actor.StaffId is { } staff)
        {
            db.ReadRecords.Add(ReadRecord.Create(petitionId, staff, what, address, reason, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(ct);
            await alerts.CheckAsync(actor, ct);
        }
    }
}
