namespace Petitions.Domain.Receptions;

/// <summary>What happened to a ticket. The rows between two steps are waiting, walking and talking time.</summary>
public enum ReceptionStepKind
{
    Arrived,
    Called,
    CalledAgain,
    Missed,
    Returned,
    Started,
    Parked,
    Unparked,
    SentOn,
    Ended,
}
