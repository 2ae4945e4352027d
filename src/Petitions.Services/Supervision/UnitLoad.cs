namespace Petitions.Services.Supervision;

/// <summary>Open and overdue matters of a unit; without a unit: not routed yet.</summary>
public sealed record UnitLoad(Guid? DepartmentId, int Open, int Overdue);
