using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Offices;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;

namespace Petitions.Services.Setup;

/// <summary>The invented people of the journeys, one account for each role. Development only; safe to run twice.</summary>
public sealed class DemoStaff(PetitionsDbContext db, OfficeCatalog offices, FactLog log, UserManager<StaffAccount> users, TimeProvider clock)
{
    /// <summary>Opens every invented account in Development and nothing anywhere else.</summary>
    public const string Password = "Petitions-Demo-2026";

    /// <summary>User name, name, department and role; the user name is the role unless a story needs a second person.</summary>
    public static readonly IReadOnlyList<(string UserName, string Name, string Department, string Role)> People =
    [
        ("ReceptionOfficer", "陈静", "D990101-07", "ReceptionOfficer"),
        ("IntakeClerk", "冯倩", "D990101-07", "IntakeClerk"),
        ("ScreeningOfficer", "林晓", "D990101-07", "ScreeningOfficer"),
        ("PetitionDirector", "李敏", "D990101-07", "PetitionDirector"),
        ("CaseOfficer", "王磊", "D990101-02", "CaseOfficer"),
        ("CaseOfficer2", "何莉", "D990101-02", "CaseOfficer"),
        ("CaseOfficer3", "蒋涛", "D990101-07", "CaseOfficer"),
        ("CaseOfficer4", "白雪", "D990101-04", "CaseOfficer"),
        ("CaseOfficer5", "段勇", "D990101-01", "CaseOfficer"),
        ("DepartmentHead", "赵刚", "D990101-02", "DepartmentHead"),
        ("DepartmentHead2", "许岩", "D990101-04", "DepartmentHead"),
        ("DeputyChief", "沈清", "D990101-11", "DeputyChief"),
        ("ChiefProcurator", "周岚", "D990101-11", "ChiefProcurator"),
        ("OversightOfficer", "方正", "D990101-08", "OversightOfficer"),
        ("InspectionOfficer", "孙涛", "D990101-09", "InspectionOfficer"),
        ("DisciplineOfficer", "钱进", "D990101-09", "DisciplineOfficer"),
        ("StationOfficer", "石磊", "D990101-07", "StationOfficer"),
        ("AidOfficer", "杜娟", "D990101-07", "AidOfficer"),
        ("FinanceOfficer", "贺年", "D990101-14", "FinanceOfficer"),
        ("ArchiveKeeper", "安宁", "D990101-15", "ArchiveKeeper"),
        ("SupervisorLiaison", "卢芳", "D990101-08", "SupervisorLiaison"),
        ("DisclosureEditor", "叶青", "D990101-11", "DisclosureEditor"),
        ("DisclosureApprover", "田野", "D990101-11", "DisclosureApprover"),
        ("Spokesperson", "高远", "D990101-11", "Spokesperson"),
        ("TrainingAdmin", "任重", "D990101-10", "TrainingAdmin"),
        ("DutyPolice", "雷鸣", "D990101-13", "DutyPolice"),
        ("LiaisonPerson", "鲁山", "D990101-07", "LiaisonPerson"),
        ("PeopleSupervisor", "柳明", "D990101-08", "PeopleSupervisor"),
        ("Auditor", "严实", "D990101-16", "Auditor"),
        ("SystemAdmin", "毛宁", "D990101-16", "SystemAdmin"),
        ("SecurityAdmin", "关平", "D990101-16", "SecurityAdmin"),
        ("SecurityAdmin2", "祝安", "D990101-16", "SecurityAdmin"),
        ("CityScreening", "邓超然", "C9901-05", "ScreeningOfficer"),
        ("CityReception", "贺岚", "C9901-05", "ReceptionOfficer"),
        ("CityDirector", "郝静", "C9901-05", "PetitionDirector"),
        ("CityCaseOfficer", "姚远", "C9901-05", "CaseOfficer"),
    ];

    public async Task SeedAsync(CancellationToken ct)
    {
        // Everybody has the one public password: hashed once, not thirty times at a tenth of a second each.
        string? hash = null;
        foreach (var (userName, name, department, role) in People)
        {
            if (await db.Users.AnyAsync(account => account.UserName == userName, ct)
                || offices.Departments.FirstOrDefault(d => d.Code == department) is not { } unit)
            {
                continue;
            }

            var now = clock.GetUtcNow().UtcDateTime;
            var (staff, joined) = Staff.Join(unit.OfficeId, unit.Id, name, "000-5551100", now);
            db.Staff.Add(staff);
            // Half a year back, so that invented matters of the past find their people.
            var grant = RoleGrant.Create(staff.Id, role, unit.OfficeId, unit.Id, ChinaTime.DateOf(now).AddDays(-183), null, null, null, now);
            log.Record(Actor.System, joined);
            log.Record(Actor.System, staff.Grant(grant));
            await db.SaveChangesAsync(ct);
            var account = new StaffAccount { Id = Guid.CreateVersion7(new DateTimeOffset(now)), UserName = userName, StaffId = staff.Id };
            account.PasswordHash = hash ??= users.PasswordHasher.HashPassword(account, Password);
            var made = await users.CreateAsync(account);
            if (!made.Succeeded)
            {
                throw new InvalidOperationException($"Demo account {userName}: {string.Join(", ", made.Errors.Select(error => error.Code))}");
            }
        }
    }
}
