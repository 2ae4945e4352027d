namespace Petitions.Services.Supervision;

public sealed record OverdueList(IReadOnlyList<OverdueLine> Lines, int Count, string? Next);
