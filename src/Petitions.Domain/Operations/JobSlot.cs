namespace Petitions.Domain.Operations;

/// <summary>
/// A job of the portal (定时任务) and the period it was last taken for: one row a job, so whoever moves it to a new period
/// does the work and nobody else does (security.md A11).
/// </summary>
public sealed class JobSlot
{
    public const int JobMax = 60;
    public const int PeriodMax = 40;
    public const int ErrorMax = 200;

    private JobSlot()
    {
    }

    public string Job { get; private set; } = "";

    /// <summary>A day, an hour or a ten-second step of the database's clock.</summary>
    public string Period { get; private set; } = "";

    public string Node { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    /// <summary>Null while it runs.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Kind of the error of a failed run; its words may repeat private data.</summary>
    public string? Error { get; private set; }

    public int Version { get; private set; }

    public static JobSlot Begin(string job, string period, string node, DateTime now) =>
        new() { Job = job, Period = period, Node = node, StartedAt = now, Version = 1 };

    /// <summary>
    /// Takes the job for a period: a new one, or the same one after a failure or a dead node. False when it is done or
    /// under way; a run longer than <paramref name="longest"/> counts as broken off.
    /// </summary>
    public bool Take(string period, string node, DateTime now, TimeSpan longest)
    {
        var underWay = FinishedAt is null && now - StartedAt < longest;
        var done = Period == period && FinishedAt is not null && Error is null;
        if (underWay || done)
        {
            return false;
        }

        (Period, Node, StartedAt, FinishedAt, Error) = (period, node, now, null, null);
        Version++;
        return true;
    }

    public void Finish(string? error, DateTime now)
    {
        (FinishedAt, Error) = (now, error is { Length: > ErrorMax } ? error[..ErrorMax] : error);
        Version++;
    }
}
