namespace Petitions.Services.HandIns;

public sealed record HandInList(IReadOnlyList<HandInLine> Lines, int Count, string? Next);
