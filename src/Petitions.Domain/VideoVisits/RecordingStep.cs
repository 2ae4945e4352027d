namespace Petitions.Domain.VideoVisits;

/// <summary>What became of the recording, as its fact names it. Whether somebody agrees has no effect on being heard.</summary>
public enum RecordingStep
{
    Agreed,
    Refused,

    /// <summary>Agreed before, and does so no longer: the recording ends at once.</summary>
    Withdrawn,

    Started,
    Stopped,

    /// <summary>Where it is kept, how long it is, and its digest.</summary>
    Registered,
}
