namespace Petitions.Domain.Operations;

/// <summary>A process of the portal (节点) as it last reported itself, by the database's clock.</summary>
public sealed class PortalNode
{
    public const int NameMax = 120;
    public const int ReleaseMax = 60;

    /// <summary>A node that has not reported for this long is shown as gone.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    /// <summary>More than this and the node's clock is wrong (security.md A13).</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    private PortalNode()
    {
    }

    public string Name { get; private set; } = "";

    public string Release { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    public DateTime SeenAt { get; private set; }

    /// <summary>The node's clock minus the database's, in milliseconds.</summary>
    public long ClockDifference { get; private set; }

    /// <summary>Set when the node stopped in an orderly way.</summary>
    public DateTime? StoppedAt { get; private set; }

    public bool HasWrongClock => Math.Abs(ClockDifference) > ClockTolerance.TotalMilliseconds;

    public static PortalNode Start(string name, string release, DateTime now) => new() { Name = name, Release = release, StartedAt = now, SeenAt = now };

    public void Restart(string release, DateTime now) => (Release, StartedAt, SeenAt, StoppedAt) = (release, now, now, null);

    public void Report(TimeSpan clockDifference, DateTime now) => (ClockDifference, SeenAt, StoppedAt) = ((long)clockDifference.TotalMilliseconds, now, null);

    public void Stop(DateTime now) => (SeenAt, StoppedAt) = (now, now);

    public bool IsUp(DateTime now) => StoppedAt is null && now - SeenAt < Quiet;
}
