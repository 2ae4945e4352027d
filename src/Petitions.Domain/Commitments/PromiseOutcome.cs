namespace Petitions.Domain.Commitments;

/// <summary>What became of a promise. Only a promise of the office can be broken (fact_kinds.csv, CommitmentPromiseBroken).</summary>
public enum PromiseOutcome
{
    Kept,
    Broken,

    /// <summary>Done after it was broken; it stays broken and is not counted as kept.</summary>
    DoneLate,
}
