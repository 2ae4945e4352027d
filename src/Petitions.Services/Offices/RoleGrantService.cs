using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.Offices;

/// <summary>Roles are asked for by one security administrator and hold when another confirms; taking one away needs one person.</summary>
public sealed class RoleGrantService(PetitionsDbContext db, FactLog log, OfficeCatalog offices, ReferenceCatalog reference, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="RuleBrokenException">role.unknown, role.forbidden-pair, role.own, role.dates, staff.left.</exception>
    public async Task<Guid> ProposeAsync(Guid staffId, string role, DateOnly from, DateOnly? to, Actor actor, CancellationToken ct)
    {
        Rule.Require(reference.Holds("Role", role), "role.unknown");
        var staff = await LoadAsync(staffId, actor, ct);
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
        var staff = await LoadAsync(proposal.StaffId, actor, ct);
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
        var staff = await LoadAsync(staffId, actor, ct);
        var today = ChinaTime.DateOf(Now);
        var role = staff.Grants.SingleOrDefault(grant => grant.Id == grantId)?.Role;
        // Without two of them no role could ever be granted again.
        Rule.Require(role != "SecurityAdmin" || await db.RoleGrants.CountAsync(
            grant => grant.Role == "SecurityAdmin" && grant.StaffId != staffId && grant.From <= today && (grant.To == null || grant.To >= today), ct) >= 2, "role.last-administrator");
        log.Record(actor, staff.Revoke(grantId, today));
        await db.SaveChangesAsync(ct);
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

    private async Task<Staff> LoadAsync(Guid staffId, Actor actor, CancellationToken ct)
    {
        var reach = offices.ReachOf(actor, Abilities.GrantRoles);
        return await db.Staff.Include(staff => staff.Grants)
            .Where(staff => staff.Id == staffId && reach.Contains(staff.OfficeId)).SingleOrNotFoundAsync(ct);
    }
}
