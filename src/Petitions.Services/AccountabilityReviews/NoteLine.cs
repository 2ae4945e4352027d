namespace Petitions.Services.AccountabilityReviews;

/// <summary>A note beside the timeline.</summary>
public sealed record NoteLine(int? Seq, string Text, Guid By, DateTime At);
