using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.Offices;

/// <summary>Changes offices, departments, their business lines and service points, of one's own office and those below it.</summary>
public sealed class OfficeService(PetitionsDbContext db, FactLog log, OfficeCatalog catalog, ReferenceCatalog reference, TimeProvider clock)
{
    private static readonly string[] PointRoles = ["LiaisonPerson", "StationOfficer"];

    /// <exception cref="RuleBrokenException">office.name, office.prefix.</exception>
    public async Task ChangeOfficeAsync(Guid id, int version, OfficeDetails details, Actor actor, CancellationToken ct)
    {
        var reach = Reach(actor);
        var office = await db.Offices.Where(each => each.Id == id && reach.Contains(each.Id)).SingleOrNotFoundAsync(ct);
        RequireSame(office.Version, version);
        await SaveAsync(office.Change(details), actor, ct);
    }

    /// <summary>A new department (id null) or the change of one.</summary>
    /// <exception cref="RuleBrokenException">department.name, department.own-parent, department.unknown-line, department.line-taken, department.one-petition-department, department.keep-petition-department, department.code.</exception>
    public async Task ChangeDepartmentAsync(Guid? id, Guid officeId, string code, int version, DepartmentDetails details, Actor actor, CancellationToken ct)
    {
        if (!Reach(actor).Contains(officeId))
        {
            throw new NotFoundException();
        }

        var all = await db.Departments.Where(each => each.OfficeId == officeId).ToListAsync(ct);
        var department = id is null ? null : all.SingleOrDefault(each => each.Id == id) ?? throw new NotFoundException();
        RequireFitting(details, all.Where(each => each.Id != id && each.Enabled).ToList(), department);
        if (department is not null)
        {
            RequireSame(department.Version, version);
            await SaveAsync(department.Change(details), actor, ct);
            return;
        }

        Rule.Require(code.Length is > 0 and <= Office.CodeMax && !await db.Departments.AnyAsync(each => each.Code == code, ct), "department.code");
        department = Department.Create(code, officeId, details, clock.GetUtcNow().UtcDateTime);
        db.Departments.Add(department);
        await SaveAsync(new OfficeChanged(officeId, "Department", code, null, $"{department.NameZh} {department.BusinessLines}"), actor, ct);
    }

    /// <param name="people">Who serves the point from now on (驻点人员、联络员); null leaves them as they are.</param>
    /// <exception cref="RuleBrokenException">service-point.name, service-point.person.</exception>
    public async Task ChangeServicePointAsync(Guid id, int version, ServicePointDetails details, Actor actor, CancellationToken ct, IReadOnlyList<Guid>? people = null)
    {
        var reach = Reach(actor);
        var point = await db.ServicePoints.Where(each => each.Id == id && reach.Contains(each.OfficeId)).SingleOrNotFoundAsync(ct);
        RequireSame(point.Version, version);
        Rule.Require(catalog.Department(details.DepartmentId)?.OfficeId == point.OfficeId, "staff.unknown-department");
        if (people is not null)
        {
            await NameAsync(point, [.. people.Distinct()], actor, ct);
        }

        await SaveAsync(point.Change(details), actor, ct);
    }

    /// <summary>Who may be named at a point of the office: its liaison persons and station officers, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name, bool Named)>> PeopleAsync(Guid pointId, Actor actor, CancellationToken ct)
    {
        var reach = Reach(actor);
        var point = await db.ServicePoints.AsNoTracking().Where(each => each.Id == pointId && reach.Contains(each.OfficeId)).SingleOrNotFoundAsync(ct);
        var rows = await Helpers(point.OfficeId).OrderBy(staff => staff.NameOrder).ThenBy(staff => staff.Id)
            .Select(staff => new { staff.Id, staff.Name, Named = db.PointPeople.Any(person => person.ServicePointId == pointId && person.StaffId == staff.Id) }).ToListAsync(ct);
        return [.. rows.Select(row => (row.Id, row.Name, row.Named))];
    }

    private async Task NameAsync(ServicePoint point, IReadOnlyList<Guid> people, Actor actor, CancellationToken ct)
    {
        var there = await db.PointPeople.Where(person => person.ServicePointId == point.Id).ToListAsync(ct);
        var added = people.Where(id => there.All(person => person.StaffId != id)).ToList();
        var gone = there.Where(person => !people.Contains(person.StaffId)).ToList();
        if (added.Count == 0 && gone.Count == 0)
        {
            return;
        }

        Rule.Require(await Helpers(point.OfficeId).CountAsync(staff => added.Contains(staff.Id), ct) == added.Count, "service-point.person");
        db.PointPeople.RemoveRange(gone);
        db.PointPeople.AddRange(added.Select(id => PointPerson.Of(point.Id, id)));
        log.Record(actor, new OfficeChanged(point.OfficeId, "PointPeople", point.Code, Ids(there.Select(person => person.StaffId)), Ids(people)));
    }

    private IQueryable<Staff> Helpers(Guid officeId)
    {
        var today = Domain.Clocks.ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return db.Staff.AsNoTracking().Where(staff => staff.OfficeId == officeId && staff.Active
            && staff.Grants.Any(grant => PointRoles.Contains(grant.Role) && grant.From <= today && (grant.To == null || grant.To >= today)));
    }

    private static string Ids(IEnumerable<Guid> people) => string.Join(' ', people.Order().Select(id => id.ToString("N")));

    // One department for each line, and always one petition department: routing and the procuratorate-related matters rest on it.
    private void RequireFitting(DepartmentDetails details, List<Department> others, Department? before)
    {
        Rule.Require(details.BusinessLines.All(line => reference.Holds("BusinessLine", line)), "department.unknown-line");
        Rule.Require(!details.Enabled || !others.Any(other => other.Lines.Intersect(details.BusinessLines).Any()), "department.line-taken");
        Rule.Require(!details.IsPetitionDepartment || !others.Any(other => other.IsPetitionDepartment), "department.one-petition-department");
        Rule.Require(before is not { IsPetitionDepartment: true } || details is { IsPetitionDepartment: true, Enabled: true }, "department.keep-petition-department");
        Rule.Require(details.ParentId is null || others.Any(other => other.Id == details.ParentId), "department.own-parent");
    }

    private IReadOnlyList<Guid> Reach(Actor actor) => catalog.ReachOf(actor, Abilities.ManageOffices);

    private static void RequireSame(int now, int shown) => Rule.Require(now == shown, "reference.newer-version");

    private async Task SaveAsync(Fact fact, Actor actor, CancellationToken ct)
    {
        log.Record(actor, fact);
        await db.SaveChangesAsync(ct);
        catalog.Forget();
    }
}
