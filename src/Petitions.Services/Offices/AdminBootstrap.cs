using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Offices;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.Offices;

/// <summary>The first two administrators of an installation, duties split (security.md B10). Works once.</summary>
public sealed class AdminBootstrap(PetitionsDbContext db, OfficeCatalog offices, FactLog log, UserManager<StaffAccount> users, TimeProvider clock)
{
    private static readonly string[] Roles = ["SystemAdmin", "SecurityAdmin"];

    /// <summary>User names with passwords good for one sign-in. The caller shows them once and keeps them nowhere.</summary>
    /// <exception cref="RuleBrokenException">bootstrap.unknown-office, bootstrap.administrators-exist.</exception>
    public async Task<IReadOnlyList<NewAdministrator>> CreateAsync(string officeCode, CancellationToken ct)
    {
        var office = offices.OfficeByCode(officeCode);
        var department = office is null ? null : offices.Departments.Where(d => d.OfficeId == office.Id).MaxBy(d => d.Code, StringComparer.Ordinal);
        Rule.Require(department is not null, "bootstrap.unknown-office");
        Rule.Require(!await db.Staff.AnyAsync(staff => staff.Grants.Any(grant => Roles.Contains(grant.Role)), ct), "bootstrap.administrators-exist");

        // Both or none.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var made = new List<NewAdministrator>();
        foreach (var role in Roles)
        {
            made.Add(await AddAsync(role, department!, ct));
        }

        await transaction.CommitAsync(ct);
        return made;
    }

    private async Task<NewAdministrator> AddAsync(string role, Department department, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (staff, joined) = Staff.Join(department.OfficeId, department.Id, role, null, now);
        db.Staff.Add(staff);
        var grant = RoleGrant.Create(staff.Id, role, department.OfficeId, department.Id, ChinaTime.DateOf(now), null, null, null, now);
        log.Record(Actor.System, joined);
        log.Record(Actor.System, staff.Grant(grant));
        await db.SaveChangesAsync(ct);
        var password = OneTimePassword.New();
        var account = new StaffAccount { Id = Guid.CreateVersion7(new DateTimeOffset(now)), UserName = role, StaffId = staff.Id, MustChangePassword = true };
        var created = await users.CreateAsync(account, password);
        Rule.Require(created.Succeeded, "bootstrap.account-refused");
        return new NewAdministrator(role, password);
    }
}
