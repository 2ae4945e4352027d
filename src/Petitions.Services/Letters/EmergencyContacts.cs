using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;

namespace Petitions.Services.Letters;

/// <summary>Whom to call in an emergency, in order: the office's leaders and the duty police with their office telephones (电话树; journey J3, L6).</summary>
public sealed class EmergencyContacts(PetitionsDbContext db, TimeProvider clock)
{
    private static readonly string[] Order = ["PetitionDirector", "DeputyChief", "ChiefProcurator", "DutyPolice"];

    /// <summary>Told inside the portal at once.</summary>
    public static readonly IReadOnlyList<string> Alarmed = ["PetitionDirector", "DeputyChief", "ChiefProcurator"];

    public async Task<IReadOnlyList<EmergencyContact>> OfAsync(Guid? officeId, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var rows = await db.RoleGrants.AsNoTracking()
            .Where(grant => grant.OfficeId == officeId && Order.Contains(grant.Role) && grant.From <= today && (grant.To == null || grant.To >= today))
            .Join(db.Staff.Where(staff => staff.Active), grant => grant.StaffId, staff => staff.Id, (grant, staff) => new EmergencyContact(grant.Role, staff.Name, staff.Phone))
            .ToListAsync(ct);
        return [.. rows.Distinct().OrderBy(row => Array.IndexOf(Order, row.Role)).ThenBy(row => row.Name, StringComparer.Ordinal)];
    }
}
