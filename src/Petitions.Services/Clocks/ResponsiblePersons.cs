using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;

namespace Petitions.Services.Clocks;

/// <summary>Who stands behind a role or relation on one matter. Nobody behind the respondent wall is ever named.</summary>
public sealed class ResponsiblePersons(PetitionsDbContext db, OfficeCatalog offices)
{
    /// <summary>Members of staff for a relation (CurrentHandler, FirstHandler, Substitute) or an account role of the office.</summary>
    public async Task<IReadOnlyList<Guid>> OfAsync(Petition petition, string role, DateOnly on, CancellationToken ct)
    {
        var ids = role switch
        {
            "CurrentHandler" => Active(petition, AssignmentKind.Substitute).Concat(Active(petition, AssignmentKind.CurrentHandler)),
            "FirstHandler" => petition.FirstHandlerId is { } first ? [first] : [],
            "Substitute" => Active(petition, AssignmentKind.Substitute),
            "LeaderInCharge" => Active(petition, AssignmentKind.LeaderInCharge),
            _ => await HoldersAsync(petition, role, on, ct),
        };
        var wanted = ids.Distinct().ToList();
        var people = await db.Staff.AsNoTracking().Where(staff => wanted.Contains(staff.Id) && staff.Active)
            .Select(staff => new { staff.Id, staff.NameKey, staff.DepartmentId }).ToListAsync(ct);
        return [.. people.Where(person => !petition.IsWalled(person.Id, person.NameKey, offices.LineOf(person.DepartmentId).ToList())).Select(person => person.Id)];
    }

    /// <summary>Holders of an account role of an office, for what belongs to a visit; nobody behind the wall of one of its matters.</summary>
    public async Task<IReadOnlyList<Guid>> OfOfficeAsync(Guid officeId, string role, IReadOnlyCollection<Petition> matters, DateOnly on, CancellationToken ct)
    {
        var people = await db.Staff.AsNoTracking()
            .Where(staff => staff.Active && staff.Grants.Any(grant => grant.Role == role && grant.OfficeId == officeId && grant.From <= on && (grant.To == null || grant.To >= on)))
            .OrderBy(staff => staff.NameOrder).ThenBy(staff => staff.Id).Select(staff => new { staff.Id, staff.NameKey, staff.DepartmentId }).ToListAsync(ct);
        return [.. people.Where(person => !matters.Any(matter => matter.IsWalled(person.Id, person.NameKey, offices.LineOf(person.DepartmentId)))).Select(person => person.Id)];
    }

    private static IEnumerable<Guid> Active(Petition petition, AssignmentKind kind) =>
        petition.Assignments.Where(assignment => assignment.Kind == kind && assignment.To is null).Select(assignment => assignment.StaffId);

    private async Task<IEnumerable<Guid>> HoldersAsync(Petition petition, string role, DateOnly on, CancellationToken ct)
    {
        var department = role == "DepartmentHead" ? petition.DepartmentId : null;
        return await db.RoleGrants.AsNoTracking()
            .Where(grant => grant.Role == role && grant.OfficeId == petition.OfficeId && grant.From <= on && (grant.To == null || grant.To >= on)
                && (role != "DepartmentHead" || grant.DepartmentId == department))
            .Select(grant => grant.StaffId)
            .ToListAsync(ct);
    }
}
