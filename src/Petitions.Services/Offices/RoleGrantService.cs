using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.Offices;

/// <summary>Roles are asked for by a security administrator and hold when another administrator confirms; taking one away needs one person.</summary>
public sealed class RoleGrantService(PetitionsDbContext db, FactLog log, OfficeCatalog offices, ReferenceCatalog reference, TimeProvider clock)
{
    /// <summary>Who may be the second person: right after the first start there is one administrator of each kind (security.md B10).</summary>
    public static readonly IReadOnlyList<string> Confirming = [Abilities.GrantRoles, Abilities.ManageSystem];

    private static readonly string[] Administrators = ["SystemAdmin", "SecurityAdmin"];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="RuleBrokenException">role.unknown, role.forbidden-pair, role.own, role.dates, staff.left.</exception>
    public async Task<Guid> ProposeAsync(Guid staffId, string role, DateOnly from, DateOnly? to, Actor actor, CancellationToken ct)
    {
        Rule.Require(reference.Holds("Role", role), "role.unknown");
        var staff = await LoadAsync(staffId, actor, ct, Abilities.GrantRoles);
        RequireFittingRole(staff, role, from, to);
        var proposal = RoleProposal.Create(staff, role, from, to, actor.StaffId!.Value, Now);
        db.RoleProposals.Add(proposal);
        await db.SaveChangesAsync(ct);
        return proposal.Id;
    }

    /// <summary>The second person's yes or no. A proposal may be dropped by the proposer as well.</summary>
    /// <exception cref="RuleBrokenException">role.decided, role.second-person, role.own, role.forbidden-pair, staff.left.</exception>
    public async Task DecideAsync(Guid proposalId, bool confirm, Actor actor, CancellationToken ct)
    {
        var proposal = await db.RoleProposals.Where(each => each.Id == proposalId).SingleOrNotFoundAsync(ct);
        var staff = await LoadAsync(proposal.StaffId, actor, ct, Confirming);
        if (proposal.Decide(confirm, actor.StaffId!.Value, Now) is { } grant)
        {
            // Asked again: another role may have been granted meanwhile.
            RequireFittingRole(staff, grant.Role, grant.From, grant.To);
            log.Record(actor, staff.Grant(grant));
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Ends a grant today.</summary>
    /// <exception cref="RuleBrokenException">staff.unknown-grant, role.last-administrator.</exception>
    public async Task RevokeAsync(Guid staffId, Guid grantId, Actor actor, CancellationToken ct)
    {
        var staff = await LoadAsync(staffId, actor, ct, Abilities.GrantRoles);
        await EndAsync(staff, [grantId], actor, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Ends grants today and records it in the unit of work of the caller, who saves.</summary>
    /// <exception cref="RuleBrokenException">staff.unknown-grant, role.last-administrator.</exception>
    internal async Task EndAsync(Staff staff, IReadOnlyList<Guid> grantIds, Actor actor, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(Now);
        // One who asks and one who confirms must remain, or no role could ever be granted again.
        if (staff.Grants.Any(grant => grantIds.Contains(grant.Id) && Administrators.Contains(grant.Role)))
        {
            var others = await db.RoleGrants.Where(grant => Administrators.Contains(grant.Role) && grant.StaffId != staff.Id && grant.From <= today && (grant.To == null || grant.To >= today))
                .Select(grant => new { grant.StaffId, grant.Role }).Distinct().ToListAsync(ct);
            Rule.Require(others.DistinctBy(other => other.StaffId).Count() >= 2 && others.Any(other => other.Role == "SecurityAdmin"), "role.last-administrator");
        }

        foreach (var id in grantIds)
        {
            log.Record(actor, staff.Revoke(id, today));
        }
    }

    /// <summary>Pairs of roles no account may hold at one time (list ForbiddenPair, scope Account; security.md B10).</summary>
    private void RequireFittingRole(Staff staff, string role, DateOnly from, DateOnly? to)
    {
        var held = staff.Grants.Where(grant => (to is null || grant.From <= to) && (grant.To is null || grant.To >= from)).Select(grant => grant.Role);
        Rule.Require(!held.Any(other => Forbidden(role, other) || Forbidden(other, role)), "role.forbidden-pair");
    }

    private bool Forbidden(string first, string second) => reference.Items("ForbiddenPair").Any(pair =>
        reference.Text(pair.List, pair.Code, "scope") == "Account"
        && reference.Text(pair.List, pair.Code, "a") == first
        && (reference.Text(pair.List, pair.Code, "b") == second
            || (reference.Text(pair.List, pair.Code, "bAttribute") is { } attribute && reference.Flag("Role", second, attribute))));

    private async Task<Staff> LoadAsync(Guid staffId, Actor actor, CancellationToken ct, params IReadOnlyList<string> abilities)
    {
        var reach = offices.ReachOf(actor, abilities);
        return await db.Staff.Include(staff => staff.Grants)
            .Where(staff => staff.Id == staffId && reach.Contains(staff.OfficeId)).SingleOrNotFoundAsync(ct);
    }
}
