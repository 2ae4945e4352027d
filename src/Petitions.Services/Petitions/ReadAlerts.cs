using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;

namespace Petitions.Services.Petitions;

/// <summary>
/// Tells the inspection officers and the chief when somebody reads many matters that are neither his nor his department's (security.md
/// B4, quota READ_ALERT_PER_HOUR): once an hour for each reader, who sees nothing of it.
/// </summary>
public sealed class ReadAlerts(PetitionsDbContext db, ClockCatalog clocks, NoticeOutbox outbox, TimeProvider clock)
{
    // The chief has it on his board; the inspector in his inbox.
    private static readonly string[] Receivers = ["InspectionOfficer", "ChiefProcurator"];

    // Whoever screens has the unaccepted matters of the office for his queue.
    private static readonly PetitionState[] Intake = [PetitionState.Registered, PetitionState.Screening, PetitionState.AwaitingMaterials];

    /// <summary>After a reading was written, with whatever it was of.</summary>
    public async Task CheckAsync(Actor reader, CancellationToken ct) => await CheckAsync(reader, await Foreign(reader).CountAsync(ct), ct);

    /// <summary>How many matters of others but this one were read within the hour; no row means none. To be read together with the matter itself.</summary>
    public IQueryable<int> Others(Guid but, Actor reader) => Foreign(reader).Where(p => p.Id != but).GroupBy(p => 1).Select(all => all.Count());

    /// <summary>Whether a matter, loaded with its assignments, is one of others.</summary>
    public static bool IsForeign(Petition read, Actor reader) => read.DepartmentId != reader.DepartmentId
        && !(reader.Can(Abilities.ScreenPetitions) && Intake.Contains(read.State)) && !read.Assignments.Any(a => a.StaffId == reader.StaffId);

    /// <summary>The same where the number is known.</summary>
    /// <param name="foreign">Matters of others read within the hour.</param>
    public async Task CheckAsync(Actor reader, int foreign, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = ChinaTime.DateOf(now);
        var staff = reader.StaffId!.Value;
        if (foreign <= clocks.Quota("READ_ALERT_PER_HOUR", today).AsInteger())
        {
            return;
        }

        var name = await db.Staff.Where(s => s.Id == staff).Select(s => s.Name).SingleAsync(ct);
        var told = await db.RoleGrants.Where(g => Receivers.Contains(g.Role) && g.OfficeId == reader.OfficeId && g.StaffId != staff && g.From <= today && (g.To == null || g.To >= today))
            .Select(g => g.StaffId).Distinct().ToListAsync(ct);
        foreach (var inspector in told)
        {
            await outbox.TellOfficeAsync(inspector, "staff.read-alert", $"read-alert/{staff:N}/{now:yyyyMMddHH}",
                new Dictionary<string, string> { ["name"] = name, ["count"] = foreign.ToString(System.Globalization.CultureInfo.InvariantCulture) }, ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost)
        {
            // Another page of the same reader told it at the same moment; reading must not fail for it.
            foreach (var entry in lost.Entries)
            {
                entry.State = EntityState.Detached;
            }
        }
    }

    private IQueryable<Petition> Foreign(Actor reader)
    {
        var (staff, since, screens) = (reader.StaffId, clock.GetUtcNow().UtcDateTime.AddHours(-1), reader.Can(Abilities.ScreenPetitions));
        var read = db.ReadRecords.Where(r => r.StaffId == staff && r.At > since && r.What != RefusedReads.What).Select(r => r.PetitionId).Distinct();
        return db.Petitions.VisibleTo(reader).Where(p => read.Contains(p.Id) && p.DepartmentId != reader.DepartmentId
            && !(screens && Intake.Contains(p.State)) && !p.Assignments.Any(a => a.StaffId == staff));
    }
}
