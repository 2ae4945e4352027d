using Petitions.Domain.Indicators;

namespace Petitions.Services.Indicators;

/// <summary>One indicator over a period: n, hits, and what stands apart by reason.</summary>
public sealed record IndicatorLine(Measure Measure, int N, int Hits, int Extended, int Amount, IReadOnlyDictionary<string, int> Apart)
{
    /// <summary>Measures whose value is a share of n.</summary>
    public bool IsRate => Measure is not (Measure.Received or Measure.Closed or Measure.AcceptDays or Measure.ReplyDays or Measure.Exempted);

    public bool IsMean => Measure is Measure.AcceptDays or Measure.ReplyDays;

    /// <summary>Share or mean; null where n is too small to say anything (quota INDICATOR_MIN_N).</summary>
    public decimal? Value(int least) => N < least ? null : IsRate ? (decimal)Hits / N : IsMean ? (decimal)Amount / N : N;
}
