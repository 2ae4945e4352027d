namespace Petitions.Services.AccountabilityReviews;

/// <summary>A document of the case in the list of its material.</summary>
public sealed record MaterialDocument(string Title, string? Number, DateTime IssuedAt);
