using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>How a review is closed.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Outcome">Whether what was complained of stands.</param>
/// <param name="Causes">List AccountabilityFactor: of the findings that stand.</param>
/// <param name="Told">What the petitioner is told; no names.</param>
public sealed record CloseReview(Guid ReviewId, ReviewVerdict? Outcome, IReadOnlyCollection<string> Causes, string? Told);
