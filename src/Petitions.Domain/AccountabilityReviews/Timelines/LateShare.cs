namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>Days late that fall to one.</summary>
public sealed record LateShare(Holding Holding, int Days);
