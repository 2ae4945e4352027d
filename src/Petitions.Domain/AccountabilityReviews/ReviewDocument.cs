namespace Petitions.Domain.AccountabilityReviews;

/// <summary>
/// A document of a review as it was issued: report, decision, receipt of service (domain.md 4.2). It takes its number from
/// the same rows as every document of the office, but stands beside no matter: its handlers cannot find it. Append-only.
/// </summary>
public sealed class ReviewDocument
{
    public const int TypeMax = 40;
    public const int TitleMax = 120;
    public const int NumberMax = 60;

    private ReviewDocument()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    /// <summary>The officer it is about; null for the report.</summary>
    public Guid? OfficerId { get; private set; }

    /// <summary>List DocumentType: AccountabilityReport, LiabilityDecision, ServiceReceipt.</summary>
    public string Type { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Null for a form without a number.</summary>
    public string? NumberText { get; private set; }

    /// <summary>Encrypted JSON of the fields: they contain names.</summary>
    public string Fields { get; private set; } = "";

    /// <summary>The template version it was made with.</summary>
    public Guid? TemplateId { get; private set; }

    public Guid? IssuedBy { get; private set; }

    public DateTime IssuedAt { get; private set; }

    public static ReviewDocument Issue(NewReviewDocument draft, DateTime now) => new()
    {
        Id = draft.Id,
        ReviewId = draft.ReviewId,
        OfficerId = draft.OfficerId,
        Type = draft.Type,
        Title = draft.Title,
        NumberText = draft.NumberText,
        Fields = draft.EncryptedFields,
        TemplateId = draft.TemplateId,
        IssuedBy = draft.IssuedBy,
        IssuedAt = now,
    };
}
