namespace Petitions.Services.Receptions.Statistics;

/// <summary>How a period's visits were rated: n, and the steps of each aspect; no steps where n is below the least that is shown (INDICATOR_MIN_N).</summary>
public sealed record VisitRatings(int N, IReadOnlyList<RatedAspect> Aspects);
