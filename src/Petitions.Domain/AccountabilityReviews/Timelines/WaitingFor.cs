namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>Whom the holder waited for on a day.</summary>
public enum WaitingFor
{
    Nobody,

    /// <summary>The petitioner was asked for materials.</summary>
    Petitioner,

    /// <summary>Another department was asked for its part.</summary>
    Contributor,
}
