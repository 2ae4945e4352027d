using Petitions.Domain.Offices;
using Petitions.Domain.People;

namespace Petitions.Services.Setup.Load;

/// <summary>An office with the people who act in the invented matters, by role and department.</summary>
internal sealed class LoadOffice(Office office, IReadOnlyList<Department> departments, ILookup<(string Role, Guid? Department), Staff> holders)
{
    private readonly HashSet<string> names = [.. holders.SelectMany(group => group).Select(staff => staff.NameKey)];

    public Office Office { get; } = office;

    public Department PetitionDepartment { get; } = departments.First(department => department.IsPetitionDepartment);

    public IReadOnlyList<Department> Departments { get; } = departments;

    public Department DepartmentFor(string? line) =>
        line is null ? PetitionDepartment : Departments.FirstOrDefault(department => department.Lines.Contains(line)) ?? PetitionDepartment;

    /// <summary>Everybody who holds a role, wherever in the office.</summary>
    public IReadOnlyList<Staff> All(string role) => [.. holders.Where(group => group.Key.Role == role).SelectMany(group => group)];

    /// <summary>Holders of a role in a department; of the office when the department has none.</summary>
    public IReadOnlyList<Staff> Of(string role, Guid? department)
    {
        var own = holders[(role, department)].ToList();
        return own.Count > 0 ? own : All(role);
    }

    /// <summary>Whether a name is one of the office's people: such a respondent would wall them.</summary>
    public bool Employs(string name) => names.Contains(PersonName.Key(name));
}
