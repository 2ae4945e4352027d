namespace Petitions.Services.AccountabilityReviews;

/// <summary>What the petitioner added.</summary>
public sealed record MaterialAddition(DateTime At, string Text);
