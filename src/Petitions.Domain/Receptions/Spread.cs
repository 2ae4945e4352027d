namespace Petitions.Domain.Receptions;

/// <summary>
/// How long something took in so many visits, in whole seconds. Median and percentiles by nearest rank: each is a time that
/// somebody really had, and the same on both engines.
/// </summary>
public sealed record Spread(int N, int Mean, int Median, int P75, int P90, int Longest)
{
    public static readonly Spread None = new(0, 0, 0, 0, 0, 0);

    public static Spread Of(IEnumerable<int> seconds)
    {
        var sorted = seconds.Order().ToArray();
        return sorted.Length == 0 ? None : new Spread(sorted.Length, (int)Math.Round(sorted.Average(), MidpointRounding.AwayFromZero), Rank(sorted, 50), Rank(sorted, 75), Rank(sorted, 90), sorted[^1]);
    }

    /// <summary>The smallest value that at least so many of a hundred do not exceed.</summary>
    private static int Rank(int[] sorted, int percent) => sorted[(int)(((long)sorted.Length * percent + 99) / 100) - 1];
}
