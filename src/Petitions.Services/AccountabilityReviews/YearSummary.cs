using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>A year of reviews without names or numbers of matters. Null is a small number that is not shown.</summary>
public sealed record YearSummary
{
    public required int Year { get; init; }

    public required int? Proposed { get; init; }

    public required int? Opened { get; init; }

    public required int? Refused { get; init; }

    public required int? Closed { get; init; }

    /// <summary>Closed with something that stands.</summary>
    public required int? Standing { get; init; }

    public required IReadOnlyList<(string Cause, int? Count)> Causes { get; init; }

    public required IReadOnlyList<(LiabilityMeasure Measure, int? Count)> Measures { get; init; }

    public required IReadOnlyList<(LessonKind Kind, int? Count)> Lessons { get; init; }

    /// <summary>Null while so few proposals make it up that they could be told apart.</summary>
    public required int? TrainingHours { get; init; }
}
