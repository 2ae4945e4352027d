using Petitions.Domain.Facts;

namespace Petitions.Services.Facts;

/// <summary>One line of the audit log: <paramref name="About"/> names a member of staff, <paramref name="Data"/> is the record itself, as its hash covers it. <paramref name="RequestId"/> stands in the log too.</summary>
public sealed record AuditLine(Guid Id, DateTime At, string Kind, FactSubject Subject, Guid SubjectId, string? About, string? Who, string Data, string? RequestId);
