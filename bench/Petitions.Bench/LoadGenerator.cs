using System.Collections.Concurrent;
using System.Diagnostics;

namespace Petitions.Bench;

/// <summary>Asks with so many clients at once, each after its last answer, for a bounded time and a bounded number of requests.</summary>
public static class LoadGenerator
{
    private const int Most = 200_000;

    /// <param name="clients">How many ask at once.</param>
    /// <param name="time">How long; the last answers are waited for.</param>
    /// <param name="ask">Client and running number; true when answered as it should be.</param>
    public static async Task<Sample> RunAsync(int clients, TimeSpan time, Func<int, int, Task<bool>> ask)
    {
        var took = new ConcurrentBag<double>();
        var (failed, number) = (0, 0);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            while (clock.Elapsed < time && Interlocked.Increment(ref number) is var mine && mine <= Most)
            {
                var began = Stopwatch.GetTimestamp();
                if (await ask(client, mine))
                {
                    took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
                else
                {
                    Interlocked.Increment(ref failed);
                }
            }
        })));
        return new Sample([.. took], failed, clock.Elapsed);
    }
}
