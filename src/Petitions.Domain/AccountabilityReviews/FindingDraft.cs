namespace Petitions.Domain.AccountabilityReviews;

/// <summary>A finding as an investigator writes it.</summary>
public sealed record FindingDraft
{
    /// <summary>List AccountabilityFactor.</summary>
    public required string Factor { get; init; }

    public required ReviewVerdict Verdict { get; init; }

    public required string Text { get; init; }

    /// <summary>The facts it rests on; at least one.</summary>
    public required IReadOnlyList<CitedFact> Facts { get; init; }
}
