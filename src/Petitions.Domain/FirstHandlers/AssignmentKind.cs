namespace Petitions.Domain.FirstHandlers;

/// <summary>Relations to one matter that are held by exactly one person at a time (list RelationToMatter).</summary>
public enum AssignmentKind
{
    CurrentHandler,
    Substitute,
    LeaderInCharge,
}
