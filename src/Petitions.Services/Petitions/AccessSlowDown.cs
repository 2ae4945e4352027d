namespace Petitions.Services.Petitions;

/// <summary>
/// How long an answer waits after wrong codes. Everybody waits, right code or wrong, before anything is compared: so
/// guessing costs time and nobody can lock the petitioner out (security.md B6).
/// </summary>
public sealed class AccessSlowDown
{
    private const int Free = 3;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>Wrong codes older than this cost nothing any more.</summary>
    public TimeSpan Memory { get; } = TimeSpan.FromHours(1);

    public TimeSpan Delay(int wrongForMatter, int wrongFromAddress) =>
        TimeSpan.FromTicks(Math.Max(Cost(wrongForMatter).Ticks, Cost(wrongFromAddress).Ticks));

    // Limits use real time, also where the portal's clock is set (architecture.md section 8).
    public Task WaitAsync(TimeSpan delay, CancellationToken ct) => Task.Delay(delay, TimeProvider.System, ct);

    private static TimeSpan Cost(int wrong) => wrong < Free
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(wrong - Free, 10)));
}
