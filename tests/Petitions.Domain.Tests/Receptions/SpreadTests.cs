using Petitions.Domain.Receptions;

namespace Petitions.Domain.Tests.Receptions;

/// <summary>Percentiles by nearest rank: a time somebody really had.</summary>
public sealed class SpreadTests
{
    [Theory]
    [InlineData(new int[0], 0, 0, 0, 0, 0, 0)]
    [InlineData(new[] { 7 }, 1, 7, 7, 7, 7, 7)]
    [InlineData(new[] { 3, 1 }, 2, 2, 1, 3, 3, 3)]
    [InlineData(new[] { 5, 4, 3, 2, 1 }, 5, 3, 3, 4, 5, 5)]
    [InlineData(new[] { 10, 20, 30, 40, 50, 60, 70, 80, 90, 100 }, 10, 55, 50, 80, 90, 100)]
    public void Of_Seconds_TakesNearestRanks(int[] seconds, int n, int mean, int median, int p75, int p90, int longest) =>
        Assert.Equal(new Spread(n, mean, median, p75, p90, longest), Spread.Of(seconds));
}
