using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.AccountabilityReviews.Timelines;
using Petitions.Domain.Facts;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The timeline of a review as its page shows it.</summary>
public sealed record TimelineSheet
{
    public required Guid ReviewId { get; init; }

    public required string Number { get; init; }

    public required ReviewState State { get; init; }

    public required ReviewTimeline Timeline { get; init; }

    public required IReadOnlyList<TimelineFact> Facts { get; init; }

    /// <summary>Not empty: the record was touched.</summary>
    public required IReadOnlyList<ChainFinding> Broken { get; init; }

    public required IReadOnlyList<NoteLine> Notes { get; init; }

    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>Whether the person may write notes beside it.</summary>
    public required bool MayNote { get; init; }
}
