namespace Petitions.Domain.AccountabilityReviews;

/// <summary>What follows for an officer; the names are ours, the law leaves the choice to the leader (JR24-2, 27, summary).</summary>
public enum LiabilityMeasure
{
    None,

    /// <summary>The work is put right.</summary>
    Correction,

    /// <summary>Criticism and education.</summary>
    Criticism,

    /// <summary>The officer examines his own work in writing.</summary>
    SelfExamination,

    /// <summary>Another post, or no cases for a time.</summary>
    Organisational,

    /// <summary>Sent to the discipline organ, which alone decides on sanctions.</summary>
    Discipline,
}
