namespace Petitions.Domain.Facts;

/// <summary>What is wrong with a chain, a head, a root or an exported file.</summary>
public enum FindingKind
{
    Changed,
    Inserted,
    Deleted,
    Reordered,

    /// <summary>Lines are missing at the end: the signed head or a published root knows more than there is.</summary>
    TailCut,

    HeadMissing,

    /// <summary>The head names another hash than the last line.</summary>
    HeadChanged,

    /// <summary>The signature of a head or root does not fit, or its key is not known.</summary>
    SignatureWrong,

    /// <summary>A line differs from what a published daily root holds of it.</summary>
    RootMismatch,

    /// <summary>The row of daily roots itself is broken.</summary>
    RootBroken,

    UnknownKind,

    /// <summary>An erasable text no longer fits its digest, or its row is gone (erasure by law keeps the row).</summary>
    ValueChanged,

    /// <summary>The exported file cannot be read here or is not whole.</summary>
    FileDamaged,
}
