namespace Petitions.Services.Indicators;

/// <summary>The page of indicators: lines, the smallest n shown, how far the facts are read, and matters received by month for the chart.</summary>
public sealed record IndicatorSheet(IndicatorScope Scope, IReadOnlyList<IndicatorLine> Lines, int Least, DateTime? ReadUpTo, IReadOnlyList<(DateOnly Month, int Received)> Months);
