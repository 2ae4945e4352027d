namespace Petitions.Domain.AccountabilityReviews;

/// <summary>What the investigation says of one officer before anything is decided (seed feature 55).</summary>
public sealed record OpinionGiven
{
    public required LiabilityOpinion? Opinion { get; init; }

    public required LiabilitySeverity? Severity { get; init; }

    /// <summary>What led to what.</summary>
    public required string? Causation { get; init; }

    public required LiabilityMeasure Measure { get; init; }

    public int? TrainingHours { get; init; }
}
