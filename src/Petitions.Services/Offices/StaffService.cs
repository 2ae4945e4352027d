using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Offices;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.Offices;

/// <summary>Staff and their accounts: joining, moving, absence, leaving, a new one-time password. Of one's own office and those below it.</summary>
public sealed class StaffService(
    PetitionsDbContext db, FactLog log, UserManager<StaffAccount> users, AccountService accounts, RoleGrantService roles, OfficeCatalog offices, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A new member of staff with an account; answers the id and the one-time password, which is kept nowhere.</summary>
    /// <exception cref="RuleBrokenException">staff.name, staff.unknown-department, account.user-name.</exception>
    public async Task<(Guid StaffId, string Password)> JoinAsync(NewStaff request, Actor actor, CancellationToken ct)
    {
        var department = Reachable(request.DepartmentId, actor);
        var (staff, joined) = Staff.Join(department.OfficeId, department.Id, request.Name, request.Phone, Now);
        db.Staff.Add(staff);
        log.Record(actor, joined);
        var password = OneTimePassword.New();
        // Saves person, fact and account in one go; a refused name saves nothing.
        var made = await users.CreateAsync(
            new StaffAccount { Id = Guid.CreateVersion7(new DateTimeOffset(Now)), UserName = request.UserName.Trim(), StaffId = staff.Id, MustChangePassword = true }, password);
        Rule.Require(made.Succeeded, "account.user-name");
        return (staff.Id, password);
    }

    /// <summary>To another department. The roles held for the old one end: they are asked for anew where they are needed.</summary>
    /// <exception cref="RuleBrokenException">staff.unknown-department, staff.left, role.last-administrator.</exception>
    public async Task MoveAsync(Guid staffId, Guid departmentId, Actor actor, CancellationToken ct)
    {
        var staff = await LoadAsync(staffId, actor, ct);
        var department = Reachable(departmentId, actor);
        var old = staff.DepartmentId;
        log.Record(actor, staff.MoveTo(department.OfficeId, department.Id));
        await roles.EndAsync(staff, Open(staff, grant => grant.DepartmentId == old && old != department.Id), actor, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task RecordAbsenceAsync(Guid staffId, DateOnly from, DateOnly to, Actor actor, CancellationToken ct)
    {
        var staff = await LoadAsync(staffId, actor, ct);
        log.Record(actor, staff.RecordAbsence(from, to, Now));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Ends the service: refused while matters are in hand; grants end, the account closes and its sessions end.</summary>
    /// <exception cref="RuleBrokenException">staff.open-matters, staff.left, role.last-administrator.</exception>
    public async Task LeaveAsync(Guid staffId, Actor actor, CancellationToken ct)
    {
        var staff = await LoadAsync(staffId, actor, ct);
        var open = await db.Assignments.CountAsync(row => row.StaffId == staffId && row.To == null, ct);
        log.Record(actor, staff.Leave(open));
        await roles.EndAsync(staff, Open(staff, _ => true), actor, ct);
        var account = await AccountOfAsync(staffId, ct);
        if (account is not null)
        {
            account.Disabled = true;
        }

        await db.SaveChangesAsync(ct);
        if (account is not null)
        {
            await accounts.SignOutEverywhereAsync(account.Id, ct);
        }
    }

    /// <summary>A new one-time password after an identity check at the desk; every session of the account ends.</summary>
    /// <exception cref="RuleBrokenException">staff.left, account.own-reset.</exception>
    /// <exception cref="SlowedDownException">After many for the same account.</exception>
    public async Task<string> ResetPasswordAsync(Guid staffId, Actor actor, CancellationToken ct)
    {
        var staff = await LoadAsync(staffId, actor, ct);
        Rule.Require(staff.Active, "staff.left");
        var account = await AccountOfAsync(staffId, ct) ?? throw new NotFoundException();
        Rule.Require(staffId != actor.StaffId, "account.own-reset");
        await accounts.CountResetAsync(account.UserName!, ct);
        var password = OneTimePassword.New();
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.MustChangePassword = true;
        account.OneTimePasswordUsed = false;
        log.Record(actor, new StaffChanged(staff.Id, "PasswordReset", staff.OfficeId, staff.DepartmentId));
        var saved = await users.UpdateSecurityStampAsync(account);
        Rule.Require(saved.Succeeded, "account.user-name");
        await accounts.SignOutEverywhereAsync(account.Id, ct);
        return password;
    }

    private async Task<Staff> LoadAsync(Guid staffId, Actor actor, CancellationToken ct)
    {
        var reach = offices.ReachOf(actor, Abilities.ManageStaff);
        return await db.Staff.Include(staff => staff.Grants).Include(staff => staff.Absences).AsSplitQuery()
            .Where(staff => staff.Id == staffId && reach.Contains(staff.OfficeId)).SingleOrNotFoundAsync(ct);
    }

    private List<Guid> Open(Staff staff, Func<RoleGrant, bool> which) =>
        [.. staff.Grants.Where(grant => (grant.To is null || grant.To >= ChinaTime.DateOf(Now)) && which(grant)).Select(grant => grant.Id)];

    private Task<StaffAccount?> AccountOfAsync(Guid staffId, CancellationToken ct) => users.Users.SingleOrDefaultAsync(account => account.StaffId == staffId, ct);

    private Department Reachable(Guid departmentId, Actor actor)
    {
        var department = offices.Department(departmentId);
        Rule.Require(department is { Enabled: true } && offices.ReachOf(actor, Abilities.ManageStaff).Contains(department.OfficeId), "staff.unknown-department");
        return department!;
    }
}
