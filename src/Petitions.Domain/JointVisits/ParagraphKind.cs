namespace Petitions.Domain.JointVisits;

/// <summary>Parts of the minutes (联合接访纪要, domain.md 4.2).</summary>
public enum ParagraphKind
{
    /// <summary>What is to be settled.</summary>
    Opening,

    /// <summary>What the petitioner claims, in his own words.</summary>
    PetitionerWords,

    /// <summary>The view of one participant.</summary>
    View,
    Discussion,

    /// <summary>What the petitioner answers to the views and measures.</summary>
    PetitionerAnswer,
}
