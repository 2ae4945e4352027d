namespace Petitions.Domain.AccountabilityReviews;

/// <summary>What the leader decides of one officer, with the number of its document.</summary>
public sealed record LiabilityRuling
{
    public required LiabilityOpinion? Opinion { get; init; }

    public required LiabilityMeasure Measure { get; init; }

    public int? TrainingHours { get; init; }

    public required string? Reason { get; init; }

    public required Guid DocumentId { get; init; }

    public required string DocumentNumber { get; init; }
}
