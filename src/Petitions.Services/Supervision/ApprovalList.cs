namespace Petitions.Services.Supervision;

public sealed record ApprovalList(IReadOnlyList<ApprovalLine> Lines, int Count, string? Next);
