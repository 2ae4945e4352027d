namespace Petitions.Domain.AccountabilityReviews;

/// <summary>
/// What the investigation found about one officer's work (认定事实): one factor, its reasons, and the facts of the log it
/// rests on; without one it cannot be written (journey J9, tester d). Once put to the officer it never changes.
/// </summary>
public sealed class ReviewFinding
{
    public const int CodeMax = 20;
    public const int TextMax = 4_000;

    private readonly List<ReviewCitation> citations = [];

    private ReviewFinding()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    public Guid OfficerId { get; private set; }

    /// <summary>List AccountabilityFactor; the cause it counts for.</summary>
    public string Factor { get; private set; } = "";

    public ReviewVerdict Verdict { get; private set; }

    public string Text { get; private set; } = "";

    public Guid WrittenBy { get; private set; }

    public DateTime WrittenAt { get; private set; }

    /// <summary>When it was put to the officer; null while it is a draft he cannot see.</summary>
    public DateTime? SentAt { get; private set; }

    public IReadOnlyList<ReviewCitation> Citations => citations;

    internal static ReviewFinding Write(Guid reviewId, Guid officerId, FindingDraft draft, Guid by, DateTime now)
    {
        Rule.Require(draft.Facts.Count > 0, "review.finding-without-fact");
        Rule.Require(Enum.IsDefined(draft.Verdict), "review.verdict");
        var finding = new ReviewFinding
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            ReviewId = reviewId,
            OfficerId = officerId,
            Factor = Rule.RequireText(draft.Factor, CodeMax, "review.factor"),
            Verdict = draft.Verdict,
            Text = Rule.RequireText(draft.Text, TextMax, "review.finding-text"),
            WrittenBy = by,
            WrittenAt = now,
        };
        finding.citations.AddRange(draft.Facts.DistinctBy(fact => fact.FactId).Select(fact => ReviewCitation.Of(finding.Id, fact)));
        return finding;
    }

    internal void Send(DateTime now) => SentAt ??= now;
}
