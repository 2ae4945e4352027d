namespace Petitions.Domain.JointVisits;

/// <summary>How far a joint visit has come (domain.md row 28).</summary>
public enum JointVisitState
{
    /// <summary>Proposed by the system or a person, and being prepared.</summary>
    Proposed,

    /// <summary>The proposal was refused with a reason.</summary>
    Refused,

    /// <summary>Set for a day: nothing is missing.</summary>
    Called,

    /// <summary>Called off with a reason.</summary>
    CalledOff,

    /// <summary>The sitting is over; the minutes are read and signed.</summary>
    Held,
    MinutesConfirmed,

    /// <summary>Every agreed measure is done or declared failed.</summary>
    MeasuresDone,
}
