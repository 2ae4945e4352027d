namespace Petitions.Services.Letters;

public sealed record ChiefLetterList(IReadOnlyList<ChiefLetterLine> Lines, int Count, string? Next);
