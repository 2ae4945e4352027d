namespace Petitions.Services.Receptions;

/// <summary>Why somebody is next (journey J5): shown beside the ticket.</summary>
public enum NextReason
{
    Arrival,
    Priority,
    SentOn,

    /// <summary>The booked time has come.</summary>
    Booked,

    /// <summary>Booked for later, and nobody else waits.</summary>
    BookedEarly,

    /// <summary>Back after a missed call, behind the others the rule names.</summary>
    Returned,
}
