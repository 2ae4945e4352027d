using System.Linq.Expressions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Search;

/// <summary>Where a person could open the identity block of a matter, as the matter's page decides it: elsewhere neither a number nor a list may tell whose matter it is.</summary>
internal static class IdentityReach
{
    private const string Sealed = "Sealed";
    private const string NameWithheld = "NameWithheld";

    public static Expression<Func<Petition, bool>> IsOpenTo(Actor actor)
    {
        var staff = actor.StaffId;
        var grants = actor.Grants.Where(grant => grant.Ability == Abilities.RevealIdentity).ToList();
        var offices = grants.Where(grant => grant.Scope is AbilityScopes.Office or AbilityScopes.PetitionDepartment).Select(grant => grant.OfficeId).ToList();
        var receivers = grants.Where(grant => grant.Scope == AbilityScopes.PetitionDepartment).Select(grant => grant.OfficeId).ToList();
        var departments = grants.Where(grant => grant.Scope == AbilityScopes.Department && grant.DepartmentId is not null).Select(grant => grant.DepartmentId!.Value).ToList();
        var assigned = grants.Exists(grant => grant.Scope == AbilityScopes.Assigned);
        return p => p.Confidentiality != Sealed && (p.IdentityMode != NameWithheld || receivers.Contains(p.OfficeId))
            && (offices.Contains(p.OfficeId) || (p.DepartmentId != null && departments.Contains(p.DepartmentId.Value))
                || (assigned && p.Assignments.Any(a => a.StaffId == staff && a.To == null)));
    }
}
