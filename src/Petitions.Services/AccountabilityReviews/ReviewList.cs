namespace Petitions.Services.AccountabilityReviews;

/// <summary>One page of a box, with the figures of all three.</summary>
public sealed record ReviewList(ReviewBox Box, IReadOnlyList<ReviewLine> Lines, IReadOnlyDictionary<ReviewBox, int> Counts, string? Next);
