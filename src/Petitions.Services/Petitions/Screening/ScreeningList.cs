namespace Petitions.Services.Petitions.Screening;

/// <summary>One page of the queue; <paramref name="Next"/> is the number to go on after, null at the end.</summary>
public sealed record ScreeningList(IReadOnlyList<ScreeningLine> Lines, int Count, string? Next);
