namespace Petitions.Domain.AccountabilityReviews;

/// <summary>What a review ends with.</summary>
public sealed record ReviewClosing
{
    public required ReviewVerdict? Outcome { get; init; }

    /// <summary>List AccountabilityFactor: of the findings that stand.</summary>
    public required IReadOnlyCollection<string> Causes { get; init; }

    /// <summary>What the petitioner is told; no names.</summary>
    public required string? ToldText { get; init; }

    /// <summary>Why nobody is at fault, where a review ends so.</summary>
    public string? Reason { get; init; }

    public required Guid ReportId { get; init; }

    public required string ReportNumber { get; init; }
}
