namespace Petitions.Services.AccountabilityReviews;

/// <summary>A quarter of a year.</summary>
public sealed record Quarter(int Year, int Number);
