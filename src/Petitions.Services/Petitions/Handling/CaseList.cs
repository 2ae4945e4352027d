namespace Petitions.Services.Petitions.Handling;

/// <summary>One page of a list with its count (exact up to a thousand) and the number to go on after.</summary>
public sealed record CaseList(IReadOnlyList<CaseLine> Lines, int Count, string? Next);
