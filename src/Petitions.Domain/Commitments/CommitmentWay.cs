namespace Petitions.Domain.Commitments;

/// <summary>How the petitioner answered.</summary>
public enum CommitmentWay
{
    /// <summary>Together with the petition (journey J1 step 4).</summary>
    Filing,

    /// <summary>On the page of the own matter.</summary>
    Portal,

    /// <summary>Before a member of staff, on paper or by word.</summary>
    InPerson,
}
