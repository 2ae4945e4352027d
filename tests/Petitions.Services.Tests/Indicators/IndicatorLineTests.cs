using Petitions.Domain.Indicators;
using Petitions.Services.Indicators;

namespace Petitions.Services.Tests.Indicators;

/// <summary>Domain.md 6: nothing is said of fewer than the office has set, so that nobody's own rating is read from a rate.</summary>
public sealed class IndicatorLineTests
{
    [Theory]
    [InlineData(Measure.Satisfaction)]
    [InlineData(Measure.Participation)]
    [InlineData(Measure.PromisesKept)]
    public void Value_OfFewerThanTheLeast_IsHidden(Measure measure)
    {
        Assert.Null(Of(measure, n: 0, hits: 0).Value(least: 5));
        Assert.Null(Of(measure, n: 4, hits: 1).Value(least: 5));
        Assert.Equal(0.2m, Of(measure, n: 5, hits: 1).Value(least: 5));
    }

    private static IndicatorLine Of(Measure measure, int n, int hits) => new(measure, n, hits, 0, 0, new Dictionary<string, int>());
}
