namespace Petitions.Services.AccountabilityReviews;

/// <summary>A reply as it was submitted once, with what was decided on it.</summary>
public sealed record MaterialRound
{
    public required string Kind { get; init; }

    public required int Number { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Its parts by name, as the timeline names them.</summary>
    public required IReadOnlyList<(string Part, string Text)> Parts { get; init; }

    public bool? Approved { get; init; }

    public string? DecisionReason { get; init; }
}
