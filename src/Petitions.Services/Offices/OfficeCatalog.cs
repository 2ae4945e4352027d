using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Domain.People;

namespace Petitions.Services.Offices;

/// <summary>The office tree in memory: offices, departments and service points. Read again within a minute of a change.</summary>
public sealed class OfficeCatalog(IServiceScopeFactory scopes)
{
    private readonly CachedRead<Snapshot> cache = new(scopes, Read);

    public IReadOnlyList<Office> Offices => cache.Value.Offices;

    public IReadOnlyList<Department> Departments => cache.Value.Departments;

    public IReadOnlyList<ServicePoint> ServicePoints => cache.Value.ServicePoints;

    /// <summary>Whether the person is named at the point.</summary>
    public bool Serves(Guid? staffId, Guid servicePointId) => staffId is { } staff && cache.Value.People.Contains((servicePointId, staff));

    public Office? Office(Guid? id) => Offices.FirstOrDefault(office => office.Id == id);

    public Office? OfficeByCode(string code) => Offices.FirstOrDefault(office => office.Code == code);

    public Department? Department(Guid? id) => Departments.FirstOrDefault(department => department.Id == id);

    /// <summary>The department of an office that serves a business line, or null.</summary>
    public Department? DepartmentFor(Guid officeId, string businessLine) =>
        Departments.FirstOrDefault(department => department.OfficeId == officeId && department.Enabled && department.Lines.Contains(businessLine));

    public Department? PetitionDepartment(Guid officeId) =>
        Departments.FirstOrDefault(department => department.OfficeId == officeId && department.Enabled && department.IsPetitionDepartment);

    /// <summary>
    /// The office or department somebody means by a name typed freely, or nothing. A department is known by the office's
    /// name before its own, in the office written to by its own alone.
    /// </summary>
    public (Guid? Office, Guid? Department) Named(string name, Office writtenTo)
    {
        var key = PersonName.Key(name);
        var names = cache.Value.Names.Value;
        return names.TryGetValue((null, key), out var unit) || names.TryGetValue((writtenTo.Id, key), out unit) ? (unit.Office, unit.Department) : (null, null);
    }

    /// <summary>The department and every one above it: naming any of them as respondent walls its people.</summary>
    public IReadOnlyList<Guid> LineOf(Guid? departmentId)
    {
        var line = new List<Guid>();
        for (var department = Department(departmentId); department is not null && !line.Contains(department.Id); department = Department(department.ParentId))
        {
            line.Add(department.Id);
        }

        return line;
    }

    /// <summary>The offices in which a person holds one of the abilities, with every office below them.</summary>
    public IReadOnlyList<Guid> ReachOf(Actor actor, params IReadOnlyList<string> abilities)
    {
        var reach = actor.Grants.Where(grant => abilities.Contains(grant.Ability)).Select(grant => grant.OfficeId).Distinct().ToList();
        for (var at = 0; at < reach.Count; at++)
        {
            reach.AddRange(Offices.Where(office => office.ParentId == reach[at] && !reach.Contains(office.Id)).Select(office => office.Id));
        }

        return reach;
    }

    public void Forget() => cache.Forget();

    private static Snapshot Read(PetitionsDbContext db) => new(
        db.Offices.AsNoTracking().OrderBy(office => office.Code).ToList(),
        db.Departments.AsNoTracking().OrderBy(department => department.OfficeId).ThenBy(department => department.Sort).ToList(),
        db.ServicePoints.AsNoTracking().OrderBy(point => point.Code).ToList(),
        db.PointPeople.AsNoTracking().ToList().Select(person => (person.ServicePointId, person.StaffId)).ToHashSet());

    private sealed record Snapshot(IReadOnlyList<Office> Offices, IReadOnlyList<Department> Departments, IReadOnlyList<ServicePoint> ServicePoints, IReadOnlySet<(Guid Point, Guid Staff)> People)
    {
        // By the office whose letter box makes a bare name mean something, or none, and the key of the name.
        public Lazy<Dictionary<(Guid? Within, string Key), (Guid Office, Guid? Department)>> Names { get; } = new(() => NamesOf(Offices, Departments));

        private static Dictionary<(Guid? Within, string Key), (Guid Office, Guid? Department)> NamesOf(IReadOnlyList<Office> offices, IReadOnlyList<Department> departments)
        {
            var names = new Dictionary<(Guid?, string), (Guid, Guid?)>();
            foreach (var office in offices)
            {
                names.TryAdd((null, PersonName.Key(office.NameZh)), (office.Id, null));
                names.TryAdd((null, PersonName.Key(office.NameEn)), (office.Id, null));
                foreach (var department in departments.Where(d => d.OfficeId == office.Id))
                {
                    names.TryAdd((null, PersonName.Key(office.NameZh + department.NameZh)), (office.Id, department.Id));
                    names.TryAdd((null, PersonName.Key(office.NameEn + department.NameEn)), (office.Id, department.Id));
                    names.TryAdd((office.Id, PersonName.Key(department.NameZh)), (office.Id, department.Id));
                    names.TryAdd((office.Id, PersonName.Key(department.NameEn)), (office.Id, department.Id));
                }
            }

            return names;
        }
    }
}
