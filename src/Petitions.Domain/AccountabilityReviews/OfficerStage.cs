namespace Petitions.Domain.AccountabilityReviews;

/// <summary>How far the review of one officer has come; told by its dates, kept nowhere.</summary>
public enum OfficerStage
{
    /// <summary>Findings are written; he knows nothing of them yet.</summary>
    Drafted,
    Asked,
    Heard,
    Advised,
    Decided,
    Served,
    RecheckAsked,
    RecheckDecided,
    RecheckServed,
    Appealed,
    AppealDecided,
}
