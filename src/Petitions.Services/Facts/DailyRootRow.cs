namespace Petitions.Services.Facts;

/// <summary>A published root as the public page lists it.</summary>
public sealed record DailyRootRow(DateOnly Day, string Root, string Previous, int Chains, DateTime PublishedAt);
