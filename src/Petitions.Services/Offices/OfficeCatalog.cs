using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Offices;

namespace Petitions.Services.Offices;

/// <summary>The office tree in memory: offices, departments and service points. Read again within a minute of a change.</summary>
public sealed class OfficeCatalog(IServiceScopeFactory scopes)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private Snapshot? snapshot;

    public IReadOnlyList<Office> Offices => Read().Offices;

    public IReadOnlyList<Department> Departments => Read().Departments;

    public IReadOnlyList<ServicePoint> ServicePoints => Read().ServicePoints;

    public Office? Office(Guid? id) => Offices.FirstOrDefault(office => office.Id == id);

    public Office? OfficeByCode(string code) => Offices.FirstOrDefault(office => office.Code == code);

    public Department? Department(Guid? id) => Departments.FirstOrDefault(department => department.Id == id);

    /// <summary>The department of an office that serves a business line, or null.</summary>
    public Department? DepartmentFor(Guid officeId, string businessLine) =>
        Departments.FirstOrDefault(department => department.OfficeId == officeId && department.Enabled && department.Lines.Contains(businessLine));

    public Department? PetitionDepartment(Guid officeId) =>
        Departments.FirstOrDefault(department => department.OfficeId == officeId && department.Enabled && department.IsPetitionDepartment);

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

    public void Forget()
    {
        lock (gate)
        {
            snapshot = null;
        }
    }

    private Snapshot Read()
    {
        lock (gate)
        {
            var now = TimeProvider.System.GetTimestamp();
            if (snapshot is null || TimeProvider.System.GetElapsedTime(snapshot.ReadAt, now) > Life)
            {
                using var scope = scopes.CreateScope();
                var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
                snapshot = new Snapshot(
                    db.Offices.AsNoTracking().OrderBy(office => office.Code).ToList(),
                    db.Departments.AsNoTracking().OrderBy(department => department.OfficeId).ThenBy(department => department.Sort).ToList(),
                    db.ServicePoints.AsNoTracking().OrderBy(point => point.Code).ToList(),
                    now);
            }

            return snapshot;
        }
    }

    private sealed record Snapshot(IReadOnlyList<Office> Offices, IReadOnlyList<Department> Departments, IReadOnlyList<ServicePoint> ServicePoints, long ReadAt);
}
