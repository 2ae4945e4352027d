namespace Petitions.Services.AccountabilityReviews;

/// <summary>Causes of closed reviews: all in all, and how many in each quarter.</summary>
public sealed record CauseTrend(IReadOnlyList<CauseCount> Causes, IReadOnlyList<(Quarter Quarter, int Count)> Quarters);
