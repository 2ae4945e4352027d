namespace Petitions.Domain.AccountabilityReviews;

/// <summary>A note beside the timeline, on one of its facts or days; never in it. Only ever added.</summary>
public sealed class ReviewNote
{
    public const int TextMax = 2_000;

    private ReviewNote()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    /// <summary>Place of the fact it stands beside; null for the case as a whole.</summary>
    public int? Seq { get; private set; }

    public string Text { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    internal static ReviewNote Write(Guid reviewId, int? seq, string? text, Guid by, DateTime now)
    {
        Rule.Require(seq is null or > 0, "review.note-place");
        return new ReviewNote
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            ReviewId = reviewId,
            Seq = seq,
            Text = Rule.RequireText(text, TextMax, "review.note"),
            By = by,
            At = now,
        };
    }
}
