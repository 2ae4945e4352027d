namespace Petitions.Services.AccountabilityReviews;

/// <summary>A document of a review in its list.</summary>
public sealed record ReviewPaperLine(Guid Id, Guid? OfficerId, string Title, string? Number, DateTime IssuedAt);
