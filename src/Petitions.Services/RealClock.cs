namespace Petitions.Services;

/// <summary>
/// Real time for sessions, limits and locks: the demo clock may be moved, these must not follow it. Tests give it a
/// clock of their own.
/// </summary>
public sealed class RealClock(TimeProvider time)
{
    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;
}
