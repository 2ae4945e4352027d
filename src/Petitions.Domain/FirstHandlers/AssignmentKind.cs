namespace Petitions.Domain.FirstHandlers;

/// <summary>Relations to one matter that are held by exactly one person at a time (list RelationToMatter).</summary>
public enum AssignmentKind
{
    CurrentHandler,
    Substitute,
    LeaderInCharge,

    /// <summary>Calls back after a low rating; never one of those who handled the matter.</summary>
    FollowUpOfficer,
}
