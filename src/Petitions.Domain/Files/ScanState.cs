namespace Petitions.Domain.Files;

/// <summary>What the malware scanner said of a file (security.md C5).</summary>
public enum ScanState
{
    /// <summary>No scanner was set up when it came; the checks of the portal itself are all there is.</summary>
    Off,

    /// <summary>The scanner was away: kept, not openable, looked at again by a job.</summary>
    Waiting,

    Clean,

    /// <summary>Never handed out.</summary>
    Infected,
}
