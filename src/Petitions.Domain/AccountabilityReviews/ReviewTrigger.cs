namespace Petitions.Domain.AccountabilityReviews;

/// <summary>One event that proposes a review (启动情形, domain.md row 10). Only ever added.</summary>
public sealed class ReviewTrigger
{
    public const int CodeMax = 20;
    public const int KindMax = 64;

    private ReviewTrigger()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    /// <summary>List ReviewTrigger.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The fact it comes from (unique); null where a person proposed it.</summary>
    public Guid? FactId { get; private set; }

    public string? FactKind { get; private set; }

    /// <summary>When that happened.</summary>
    public DateTime At { get; private set; }

    public Guid? ProposedBy { get; private set; }

    public string? Reason { get; private set; }

    internal static ReviewTrigger Of(Guid reviewId, TriggerSource source, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        ReviewId = reviewId,
        Code = Rule.RequireText(source.Code, CodeMax, "review.trigger"),
        FactId = source.FactId,
        FactKind = source.FactKind,
        At = source.At,
        ProposedBy = source.ProposedBy,
        Reason = source.ProposedBy is null ? null : Rule.RequireText(source.Reason, AccountabilityReview.ReasonMax, "review.reason"),
    };
}
