using System.Linq.Expressions;
using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Petitions;

/// <summary>Writes who read what, before the answer is sent (security.md B4).</summary>
public sealed class ReadLog(PetitionsDbContext db, ReadAlerts alerts, TimeProvider clock)
{
    public const string ReviewTimeline = "ReviewTimeline";
    public const string ReviewMaterial = "ReviewMaterial";
    public const string Retaliation = "Retaliation";

    /// <summary>
    /// Readings that tell of an investigation or of a report of retaliation: kept like every other, but neither among the
    /// readers of the case nor among those of its handling. Whoever handles it must not learn of them (domain.md 3.8).
    /// </summary>
    internal static readonly string[] Confidential = [ReviewTimeline, ReviewMaterial, Retaliation];

    /// <summary>The others; in constants, so that the query goes together with those of a case.</summary>
    internal static readonly Expression<Func<ReadRecord, bool>> IsShown = read => read.What != ReviewTimeline && read.What != ReviewMaterial && read.What != Retaliation;

    public Task RecordAsync(Petition petition, Actor actor, string what, string? reason, CancellationToken ct, string? address = null) =>
        RecordAsync(petition.Id, actor, what, reason, ct, address);

    public async Task RecordAsync(Guid petitionId, Actor actor, string what, string? reason, CancellationToken ct, string? address = null)
    {
        if (await WriteAsync(petitionId, actor, what, reason, address, ct))
        {
            await alerts.CheckAsync(actor, ct);
        }
    }

    /// <summary>A whole case was opened: it came with the number that <see cref="ReadAlerts"/> asks for.</summary>
    public async Task RecordAsync(CaseSheet read, Actor actor, string what, CancellationToken ct, string? address = null)
    {
        if (await WriteAsync(read.Id, actor, what, null, address, ct))
        {
            await alerts.CheckAsync(actor, read.ForeignReads, ct);
        }
    }

    private async Task<bool> WriteAsync(Guid petitionId, Actor actor, string what, string? reason, string? address, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.Staff || actor.StaffId is not { } staff)
        {
            return false;
        }

        db.ReadRecords.Add(ReadRecord.Create(petitionId, staff, what, address, reason, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        return true;
    }
}
