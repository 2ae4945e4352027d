using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;

namespace Petitions.Services.Setup.Load;

/// <summary>
/// Gives each office invented people for the roles its matters need, without accounts: nobody can sign in as one of
/// them. Whoever holds a role already takes part.
/// </summary>
internal sealed class LoadStaff(PetitionsDbContext db, OfficeCatalog offices, DemoClock clock, LoadTexts texts, LoadRequest request)
{
    // How many matters of the whole load one more handler stands for, and where it ends.
    private const int PetitionsOfHandler = 4_000;
    private const int HandlersMost = 40;

    private static readonly DateOnly Since = LoadDays.First;

    public async Task<IReadOnlyList<LoadOffice>> EnsureAsync(CancellationToken ct)
    {
        clock.Set(new DateTimeOffset(ChinaTime.StartOfDayUtc(Since)).AddHours(9));
        var log = new FactLog(db, clock);
        var dice = LoadDice.Of(request.Seed ^ 0x53544146, 0);
        // The county of the stories first: the planner gives it the largest share.
        var working = offices.Offices.Where(office => office.Enabled && offices.PetitionDepartment(office.Id) is not null)
            .OrderBy(office => office.Level == "County" ? 0 : 1).ThenBy(office => office.Code, StringComparer.Ordinal).ToList();
        foreach (var (role, department, count) in working.SelectMany(Needed))
        {
            var there = await db.RoleGrants.CountAsync(grant => grant.Role == role && grant.OfficeId == department.OfficeId && grant.DepartmentId == department.Id && grant.To == null, ct);
            for (var i = there; i < count; i++)
            {
                Join(log, role, department, ref dice);
            }
        }

        await db.SaveChangesAsync(ct);
        var grants = await db.RoleGrants.AsNoTracking().Where(grant => grant.To == null)
            .Join(db.Staff.AsNoTracking().Where(staff => staff.Active), grant => grant.StaffId, staff => staff.Id, (grant, staff) => new { grant.Role, grant.DepartmentId, grant.OfficeId, Staff = staff })
            .ToListAsync(ct);
        return [.. working.Select(office => new LoadOffice(
            office,
            [.. offices.Departments.Where(department => department.OfficeId == office.Id && department.Enabled)],
            grants.Where(grant => grant.OfficeId == office.Id).OrderBy(grant => grant.Staff.NameKey, StringComparer.Ordinal).ToLookup(grant => (grant.Role, grant.DepartmentId), grant => grant.Staff)))];
    }

    private IEnumerable<(string Role, Department Department, int Count)> Needed(Office office)
    {
        var handlers = Math.Clamp(request.Petitions / PetitionsOfHandler, 2, HandlersMost);
        var petition = offices.PetitionDepartment(office.Id)!;
        yield return ("ScreeningOfficer", petition, 2);
        yield return ("PetitionDirector", petition, 1);
        foreach (var role in new[] { "DeputyChief", "ArchiveKeeper", "DisciplineOfficer" })
        {
            yield return (role, offices.Departments.First(department => department.OfficeId == office.Id && department.Enabled && !department.IsPetitionDepartment), 1);
        }

        foreach (var department in offices.Departments.Where(department => department.OfficeId == office.Id && department.Enabled
            && (department.IsPetitionDepartment || LoadSubject.All.Any(subject => subject.Line is { } line && department.Lines.Contains(line)))))
        {
            yield return ("DepartmentHead", department, 1);
            yield return ("CaseOfficer", department, department.IsPetitionDepartment ? handlers * 2 : handlers);
        }
    }

    private void Join(FactLog log, string role, Department department, ref LoadDice dice)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (staff, joined) = Staff.Join(department.OfficeId, department.Id, texts.Person(ref dice), "000-5551100", now);
        db.Staff.Add(staff);
        var grant = RoleGrant.Create(staff.Id, role, department.OfficeId, department.Id, Since, null, null, null, now);
        log.Record(Actor.System, joined);
        log.Record(Actor.System, staff.Grant(grant));
    }
}
