namespace Petitions.Domain.AccountabilityReviews;

/// <summary>What a recheck or an appeal says of a decision on liability (JR24-27, summary).</summary>
public enum RemedyResult
{
    Upheld,
    Changed,

    /// <summary>Taken back: the officer is cleared.</summary>
    Revoked,
}
