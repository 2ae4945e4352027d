namespace Petitions.Domain.Receptions;

/// <summary>What a visitor's time went into (journey J5): each second of a visit is in exactly one of these.</summary>
public enum VisitPeriodKind
{
    /// <summary>In the queue (候访).</summary>
    Waiting,

    /// <summary>Called and on the way to the counter (前往窗口).</summary>
    Walking,

    /// <summary>Being heard (接谈).</summary>
    Talking,

    /// <summary>Set aside by the clerk, or not there when called (暂存、过号).</summary>
    Parked,
}
