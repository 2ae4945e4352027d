using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>What the officer under review sees: exactly what was put to him, his own words, the decision and his remedies.</summary>
public sealed record OwnReview
{
    public required ReviewedOfficer Officer { get; init; }

    /// <summary>The matter; null where he may not know of it.</summary>
    public string? Number { get; init; }

    /// <summary>Findings about him that were put to him, and no other.</summary>
    public required IReadOnlyList<ReviewFinding> Findings { get; init; }

    /// <summary>His clocks, first started first.</summary>
    public required IReadOnlyList<ReviewClock> Clocks { get; init; }

    /// <summary>His decision and its receipt, once served; the paper that clears him.</summary>
    public required IReadOnlyList<ReviewPaperLine> Papers { get; init; }

    public DateOnly? RecheckUntil { get; init; }

    public DateOnly? AppealUntil { get; init; }
}
