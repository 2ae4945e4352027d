namespace Petitions.Domain.AccountabilityReviews;

/// <summary>What is settled when a review is opened: questions to answer, dates, investigating body (journey J9; seed feature 53).</summary>
public sealed record ReviewPlan
{
    public required string? Questions { get; init; }

    public required DateOnly? From { get; init; }

    public required DateOnly? To { get; init; }

    /// <summary>The department that investigates: none that handled the case.</summary>
    public required Guid BodyId { get; init; }

    /// <summary>The version of the checklist the review keeps (seed feature 54).</summary>
    public required Guid ChecklistId { get; init; }
}
