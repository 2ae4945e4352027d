namespace Petitions.Domain.Petitions;

/// <summary>How two matters belong together (domain.md 3.7).</summary>
public enum PetitionLinkKind
{
    /// <summary>One case from now on (并案).</summary>
    Merged,

    /// <summary>The same person came again with the same matter; it goes its own way (重复信访).</summary>
    Repeat,

    /// <summary>The matter looks at an answered one again after a call-back; that one stays as it was (journey J9).</summary>
    ReviewOf,
}
