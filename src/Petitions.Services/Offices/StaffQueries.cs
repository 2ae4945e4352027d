using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.Offices;

/// <summary>Staff as the security administrators see them: no case text, only people of their own office and those below.</summary>
public sealed class StaffQueries(PetitionsDbContext db, OfficeCatalog offices, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Staff by pinyin of their names; <paramref name="after"/> is the id of the last line seen.</summary>
    public async Task<(IReadOnlyList<StaffLine> Lines, Guid? Next)> ListAsync(Guid? department, string? name, Guid? after, Actor actor, CancellationToken ct)
    {
        var reach = offices.ReachOf(actor, Abilities.ManageStaff);
        var staff = db.Staff.AsNoTracking().Where(each => reach.Contains(each.OfficeId));
        staff = department is { } unit ? staff.Where(each => each.DepartmentId == unit) : staff;
        staff = string.IsNullOrWhiteSpace(name) ? staff : staff.Where(each => each.Name.StartsWith(name.Trim()));
        if (after is { } last && await db.Staff.Where(each => each.Id == last).Select(each => each.NameOrder).SingleOrDefaultAsync(ct) is { } order)
        {
            staff = staff.Where(each => string.Compare(each.NameOrder, order) > 0 || (each.NameOrder == order && each.Id > last));
        }

        var today = Today;
        var lines = await staff.OrderBy(each => each.NameOrder).ThenBy(each => each.Id).Take(PageSize + 1).Select(each => new StaffLine(
            each.Id, each.Name, each.DepartmentId, each.Active,
            each.Grants.Where(grant => grant.From <= today && (grant.To == null || grant.To >= today)).Select(grant => grant.Role).ToList())).ToListAsync(ct);
        return lines.Count > PageSize ? (lines[..PageSize], lines[PageSize - 1].Id) : (lines, null);
    }

    /// <exception cref="NotFoundException">When there is no such person within reach.</exception>
    public async Task<StaffSheet> SheetAsync(Guid staffId, Actor actor, CancellationToken ct)
    {
        var reach = offices.ReachOf(actor, Abilities.ManageStaff);
        var today = Today;
        return await db.Staff.AsNoTracking().AsSplitQuery().Where(each => each.Id == staffId && reach.Contains(each.OfficeId))
            .Select(each => new StaffSheet
            {
                Id = each.Id,
                Name = each.Name,
                Phone = each.Phone,
                DepartmentId = each.DepartmentId,
                Active = each.Active,
                UserName = db.Users.Where(account => account.StaffId == each.Id).Select(account => account.UserName).FirstOrDefault(),
                Grants = each.Grants.OrderByDescending(grant => grant.From)
                    .Select(grant => new GrantLine(grant.Id, grant.Role, grant.From, grant.To, grant.From <= today && (grant.To == null || grant.To >= today))).ToList(),
                Absences = each.Absences.Where(absence => absence.To >= today).OrderBy(absence => absence.From)
                    .Select(absence => new AbsenceLine(absence.From, absence.To)).ToList(),
            }).SingleOrNotFoundAsync(ct);
    }

    /// <summary>Roles that wait for a second person, oldest first.</summary>
    public async Task<IReadOnlyList<RoleProposalLine>> ProposalsAsync(Actor actor, CancellationToken ct)
    {
        var reach = offices.ReachOf(actor, RoleGrantService.Confirming);
        return await db.RoleProposals.AsNoTracking().Where(each => each.DecidedBy == null && reach.Contains(each.OfficeId))
            .OrderBy(each => each.Id).Take(PageSize)
            .Join(db.Staff, each => each.StaffId, staff => staff.Id, (each, staff) => new { each, staff.Name })
            .Join(db.Staff, row => row.each.ProposedBy, staff => staff.Id, (row, by) => new RoleProposalLine(
                row.each.Id, row.Name, row.each.Role, row.each.DepartmentId, row.each.From, row.each.To, by.Name, row.each.ProposedBy == actor.StaffId))
            .ToListAsync(ct);
    }

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
}
