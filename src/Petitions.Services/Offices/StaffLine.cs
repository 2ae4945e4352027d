namespace Petitions.Services.Offices;

public sealed record StaffLine(Guid Id, string Name, Guid DepartmentId, bool Active, IReadOnlyList<string> Roles);
