namespace Petitions.Domain.Receptions;

/// <summary>Where a visit stands. Which change is allowed stands in <see cref="ReceptionMoves"/>.</summary>
public enum ReceptionState
{
    /// <summary>Has a ticket and waits (候访).</summary>
    Waiting,

    /// <summary>Called to a counter, not there yet (已叫号).</summary>
    Called,

    /// <summary>Did not come after the calls (过号).</summary>
    Missed,

    /// <summary>Set aside for a while (暂存).</summary>
    Parked,

    /// <summary>Is being heard (接待中).</summary>
    InReception,

    /// <summary>Over, with an outcome (已结束).</summary>
    Ended,
}
