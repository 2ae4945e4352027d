namespace Petitions.Services.Supervision;

/// <summary>One matter of an assignment of many: to whom, and what the page had read.</summary>
public sealed record AssignRow(string Number, int Seen, Guid? StaffId, Guid? SubstituteId, string? Track, string? Reason);
