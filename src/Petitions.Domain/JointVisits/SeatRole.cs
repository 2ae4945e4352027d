namespace Petitions.Domain.JointVisits;

/// <summary>What the one on a seat does (journey J8 step 1).</summary>
public enum SeatRole
{
    Member,

    /// <summary>Leads the sitting (主持).</summary>
    Host,

    /// <summary>Keeps the minutes (记录).</summary>
    Record,

    /// <summary>Explains the law (释法).</summary>
    LawExplainer,
}
