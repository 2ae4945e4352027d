using Petitions.Domain.Facts;

namespace Petitions.Services.Facts;

/// <summary>One line of the audit log: <paramref name="Data"/> is the record itself, as its hash covers it.</summary>
public sealed record AuditLine(Guid Id, DateTime At, string Kind, FactSubject Subject, string? About, string? Who, string Data);
