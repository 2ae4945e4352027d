using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.Offices;

/// <summary>Makes the acting person from the database: staff, role grants that hold today, abilities of those roles.</summary>
public sealed class ActorSource(PetitionsDbContext db, ReferenceCatalog reference, OfficeCatalog offices, TimeProvider clock)
{
    private const string RoleAbility = "RoleAbility";

    /// <summary>The actor for a member of staff, or null when he has left. One statement.</summary>
    public async Task<Actor?> OfAsync(Guid staffId, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var staff = await db.Staff.AsNoTracking().Where(s => s.Id == staffId && s.Active)
            .Select(s => new
            {
                s.OfficeId,
                s.DepartmentId,
                s.NameKey,
                Grants = s.Grants.Where(grant => grant.From <= today && (grant.To == null || grant.To >= today))
                    .Select(grant => new { grant.Role, grant.OfficeId, grant.DepartmentId }).ToList(),
            })
            .AsSingleQuery()
            .SingleOrDefaultAsync(ct);
        if (staff is null)
        {
            return null;
        }

        var rows = reference.Items(RoleAbility);
        var grants = staff.Grants.SelectMany(grant => rows
            .Where(row => row.Parent == grant.Role)
            .Select(row => new AbilityGrant(row.Code, Scope(row), grant.OfficeId, grant.DepartmentId ?? staff.DepartmentId)));
        return new Actor
        {
            Kind = ActorKind.Staff,
            StaffId = staffId,
            NameKey = staff.NameKey,
            OfficeId = staff.OfficeId,
            DepartmentId = staff.DepartmentId,
            DepartmentLine = offices.LineOf(staff.DepartmentId),
            Grants = [.. grants],
        };
    }

    private static string Scope(Domain.Reference.ReferenceItem row)
    {
        using var json = System.Text.Json.JsonDocument.Parse(row.Attributes);
        return json.RootElement.GetProperty("scope").GetString()!;
    }
}
