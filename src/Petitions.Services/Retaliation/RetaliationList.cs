namespace Petitions.Services.Retaliation;

public sealed record RetaliationList(IReadOnlyList<RetaliationLine> Lines, int Count, string? Next);
