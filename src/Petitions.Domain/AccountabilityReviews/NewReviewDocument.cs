namespace Petitions.Domain.AccountabilityReviews;

/// <summary>A document of a review ready to be issued, its fields encrypted.</summary>
public sealed record NewReviewDocument
{
    public required Guid Id { get; init; }

    public required Guid ReviewId { get; init; }

    public Guid? OfficerId { get; init; }

    public required string Type { get; init; }

    public required string Title { get; init; }

    public string? NumberText { get; init; }

    public required string EncryptedFields { get; init; }

    public Guid? TemplateId { get; init; }

    public Guid? IssuedBy { get; init; }
}
