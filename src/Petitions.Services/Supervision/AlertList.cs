namespace Petitions.Services.Supervision;

public sealed record AlertList(IReadOnlyList<AlertLine> Lines, int Count, string? Next);
