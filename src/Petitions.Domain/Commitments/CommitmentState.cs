namespace Petitions.Domain.Commitments;

/// <summary>Life of a two-way commitment (domain.md row 8).</summary>
public enum CommitmentState
{
    Offered,
    Declined,
    Signed,

    /// <summary>The office has kept every promise it made; what the petitioner promised ends with it.</summary>
    Fulfilled,

    /// <summary>Over by itself: its end date, the end of the matter, or an offer nobody answered in time.</summary>
    Lapsed,
}
