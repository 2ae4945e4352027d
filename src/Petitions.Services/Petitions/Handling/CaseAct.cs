namespace Petitions.Services.Petitions.Handling;

/// <summary>What can be done on a case page.</summary>
public enum CaseAct
{
    Start,
    Note,
    Progress,
    Draft,
    Decide,
    RevokeApproval,
    Send,
    Exempt,
    MarkServed,
    Recall,
    Outcome,
    Close,
    Archive,
    HandOver,

    /// <summary>Joined with another matter, linked as a repeat, or taken apart again.</summary>
    Join,

    /// <summary>A refusal, transfer or answer on the spot is taken up again.</summary>
    BackToScreening,
}
