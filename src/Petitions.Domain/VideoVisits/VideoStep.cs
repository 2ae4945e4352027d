namespace Petitions.Domain.VideoVisits;

/// <summary>What became of a settled reception by video, as its fact names it.</summary>
public enum VideoStep
{
    Fixed,

    /// <summary>Another time, other rooms or other people instead.</summary>
    Changed,

    /// <summary>The end near home says it is there.</summary>
    JoiningReady,

    /// <summary>The office that hears says it is there.</summary>
    HearingReady,

    Held,

    /// <summary>Nobody came near home.</summary>
    Missed,
}
