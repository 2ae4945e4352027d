namespace Petitions.Services.Supervision;

/// <summary>A case officer with his load and his next days of absence beside the name (J6 step 2).</summary>
public sealed record AssignCandidate(Guid StaffId, string Name, string NameKey, Guid DepartmentId, int Open, int Overdue, DateOnly? AwayFrom, DateOnly? AwayTo);
