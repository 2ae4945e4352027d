namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>Days without any action of the office, first and last included, and who read the matter meanwhile.</summary>
public sealed record TimelineGap(DateOnly From, DateOnly To, IReadOnlyList<HolderSpan> Holders, IReadOnlyList<ReaderLine> Readers)
{
    public int Days => To.DayNumber - From.DayNumber + 1;
}
