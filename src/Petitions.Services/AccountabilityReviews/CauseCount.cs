namespace Petitions.Services.AccountabilityReviews;

/// <summary>How often a cause was named.</summary>
/// <param name="Cause">List AccountabilityFactor.</param>
/// <param name="Count">Closed reviews that name it.</param>
public sealed record CauseCount(string Cause, int Count);
