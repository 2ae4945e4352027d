using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The outcome of a review as the petitioner reads it, without names.</summary>
public sealed record ToldOutcome(DateTime ClosedAt, ReviewVerdict Outcome, string Text);
