namespace Petitions.Services.AccountabilityReviews;

/// <summary>How a proposed review is opened.</summary>
/// <param name="ReviewId">The proposal.</param>
/// <param name="Questions">What is to be answered.</param>
/// <param name="From">First day looked at.</param>
/// <param name="To">Last day looked at.</param>
/// <param name="BodyId">The department that investigates.</param>
public sealed record OpenReview(Guid ReviewId, string? Questions, DateOnly? From, DateOnly? To, Guid BodyId);
