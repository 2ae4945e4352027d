namespace Petitions.Services.Letters;

public sealed record BatchList(IReadOnlyList<BatchLine> Lines, string? Next);
