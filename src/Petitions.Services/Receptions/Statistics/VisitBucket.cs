namespace Petitions.Services.Receptions.Statistics;

/// <summary>A day, week or month of the period, cut to it, so that its number opens exactly its rows.</summary>
public sealed record VisitBucket(DateOnly From, DateOnly To, VisitCount Count);
