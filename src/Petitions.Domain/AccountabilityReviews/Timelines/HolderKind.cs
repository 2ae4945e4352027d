namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>Who had the matter on a day.</summary>
public enum HolderKind
{
    /// <summary>The intake of the office; the screening officer once he has begun.</summary>
    Intake,

    /// <summary>A department it was sent to, before a handler was named.</summary>
    Department,

    Handler,

    /// <summary>Another organ it was transferred to.</summary>
    OtherOrgan,

    /// <summary>Handled with another matter.</summary>
    Joined,

    /// <summary>Withdrawn by the petitioner's own act.</summary>
    Withdrawn,
}
