namespace Petitions.Services.Receptions;

/// <summary>Why somebody is next (journey J5): shown beside the ticket.</summary>
public enum NextReason
{
    Arrival,
    Priority,
    SentOn,
}
