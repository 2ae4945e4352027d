namespace Petitions.Domain.Operations;

/// <summary>How much one asker has used of one limit within one minute, on all nodes together. The asker is a keyed digest.</summary>
public sealed class LimitCount
{
    public const int PolicyMax = 40;

    private LimitCount()
    {
    }

    public string Policy { get; private set; } = "";

    public byte[] Subject { get; private set; } = [];

    /// <summary>Minutes since 1970.</summary>
    public long Minute { get; private set; }

    public int Used { get; private set; }

    public static LimitCount Of(string policy, byte[] subject, long minute, int used) => new() { Policy = policy, Subject = subject, Minute = minute, Used = used };
}
