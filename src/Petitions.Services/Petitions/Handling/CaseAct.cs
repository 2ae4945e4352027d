namespace Petitions.Services.Petitions.Handling;

/// <summary>What can be done on a case page.</summary>
public enum CaseAct
{
    Start,
    Note,
    Progress,
    Draft,
    Decide,
    Send,
    MarkServed,
    Recall,
    Outcome,
    Close,
    Archive,
    HandOver,
}
