namespace Petitions.Domain.FirstHandlers;

/// <summary>Office, department and person named together: no matter without all three (FH03-2; seed feature 5).</summary>
public sealed record Responsible(Guid OfficeId, Guid DepartmentId, Guid StaffId);
