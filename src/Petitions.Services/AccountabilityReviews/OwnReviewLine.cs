namespace Petitions.Services.AccountabilityReviews;

/// <summary>One review in the officer's own list.</summary>
public sealed record OwnReviewLine(Guid OfficerId, DateTime AskedAt, bool Heard, bool Served);
