namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>All a timeline is rebuilt from.</summary>
public sealed record TimelineInput
{
    /// <summary>The chain of the matter, in its order.</summary>
    public required IReadOnlyList<TimelineFact> Facts { get; init; }

    public IReadOnlyList<ReadingFact> Reads { get; init; } = [];

    public IReadOnlyList<TextRound> Rounds { get; init; } = [];

    /// <summary>Rules by which the petitioner is told something.</summary>
    public IReadOnlySet<string> NoticeRules { get; init; } = new HashSet<string>();

    /// <summary>More idle days than this are a gap (quota REVIEW_GAP_DAYS).</summary>
    public required int GapDays { get; init; }

    public required DateOnly Today { get; init; }
}
