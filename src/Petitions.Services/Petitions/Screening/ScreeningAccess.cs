using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Screening;

/// <summary>Loads a matter for a verb: inside the person's reach, before no wall, and with the ability in that office.</summary>
public sealed class ScreeningAccess(PetitionsDbContext db, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Missing, not in reach, walled, or the ability does not reach that office.</exception>
    public async Task<Petition> LoadAsync(string number, Actor actor, CancellationToken ct, params IReadOnlyList<string> abilities) =>
        Require(await ReadAsync(number, actor, ct), actor, abilities);

    /// <exception cref="NotFoundException">As above; for rows that name a matter by its id.</exception>
    public async Task<Petition> LoadAsync(Guid id, Actor actor, CancellationToken ct, params IReadOnlyList<string> abilities) =>
        Require(await Whole(actor).Where(p => p.Id == id).SingleOrNotFoundAsync(ct), actor, abilities);

    /// <summary>The whole matter for whoever may know of it.</summary>
    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public Task<Petition> ReadAsync(string number, Actor actor, CancellationToken ct) => Whole(actor).Where(p => p.Number == number).SingleOrNotFoundAsync(ct);

    private IQueryable<Petition> Whole(Actor actor) => db.Petitions.VisibleTo(actor).AsSplitQuery()
        .Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments).Include(p => p.Additions);

    private static Petition Require(Petition petition, Actor actor, IReadOnlyList<string> abilities) =>
        Holds(petition, actor, abilities) ? petition : throw new NotFoundException();

    /// <summary>Whether one of the abilities reaches this matter; pages show their buttons by it, verbs are guarded by it.</summary>
    public static bool Holds(Petition petition, Actor actor, params IReadOnlyList<string> abilities) =>
        actor.Grants.Any(grant => abilities.Contains(grant.Ability) && Reaches(grant, petition, actor));

    public Task<bool> HasFactAsync(Petition petition, string kind, CancellationToken ct) =>
        db.Facts.AnyAsync(f => f.SubjectId == petition.Id && f.Kind == kind, ct);

    /// <summary>The date named in the notice, or the day after every date when none was sent.</summary>
    public async Task<DateOnly> MaterialsUntilAsync(Petition petition, CancellationToken ct) =>
        await db.PetitionClocks.Where(c => c.PetitionId == petition.Id && c.RuleId == "MATERIALS_SUPPLY_15D")
            .Select(c => (DateOnly?)c.DueOn).FirstOrDefaultAsync(ct) ?? DateOnly.MaxValue;

    public Task<bool> HoldsRoleAsync(Guid staffId, Guid officeId, IReadOnlyList<string> roles, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return db.RoleGrants.AnyAsync(g => g.StaffId == staffId && g.OfficeId == officeId && roles.Contains(g.Role) && g.From <= today && (g.To == null || g.To >= today), ct);
    }

    private static bool Reaches(AbilityGrant grant, Petition petition, Actor actor) => grant.Scope switch
    {
        AbilityScopes.Office or AbilityScopes.PetitionDepartment => grant.OfficeId == petition.OfficeId,
        AbilityScopes.Department => grant.DepartmentId == petition.DepartmentId,
        AbilityScopes.Assigned => grant.Ability switch
        {
            Abilities.MakeCallbacks or Abilities.MakeFollowUps => petition.IsCalledBackBy(actor.StaffId),

            // Whoever calls back needs the telephone.
            Abilities.RevealIdentity => petition.IsHandledBy(actor.StaffId) || petition.IsCalledBackBy(actor.StaffId),
            _ => petition.IsHandledBy(actor.StaffId),
        },
        AbilityScopes.OwnEntries => petition.RegisteredBy == actor.StaffId,
        AbilityScopes.Closed => grant.OfficeId == petition.OfficeId && petition.State is PetitionState.Closed or PetitionState.Archived,
        _ => false,
    };
}
