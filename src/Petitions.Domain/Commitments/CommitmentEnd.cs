namespace Petitions.Domain.Commitments;

/// <summary>Why a commitment ended; never a reproach to the petitioner.</summary>
public enum CommitmentEnd
{
    Fulfilled,
    EndDate,
    MatterEnded,

    /// <summary>The first date of the offer passed before it was signed.</summary>
    OfferOver,
}
