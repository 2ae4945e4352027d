namespace Petitions.Services.Receptions;

public sealed record CallList(IReadOnlyList<CallLine> Lines, string? Next);
