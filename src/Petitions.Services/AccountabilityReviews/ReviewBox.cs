namespace Petitions.Services.AccountabilityReviews;

/// <summary>What the list of reviews shows.</summary>
public enum ReviewBox
{
    /// <summary>Proposed, waiting to be opened or refused.</summary>
    Proposed,
    Running,

    /// <summary>Closed or refused.</summary>
    Done,
}
