namespace Petitions.Domain.FollowUps;

/// <summary>The call as it is written down, and what follows from it.</summary>
public sealed record CallbackReport
{
    public CallbackOutcome? Outcome { get; init; }

    public string? Note { get; init; }

    /// <summary>The matter is looked at again as a review matter; the old one stays as it is.</summary>
    public bool Reopen { get; init; }

    /// <summary>List ReviewTrigger: why an accountability review is proposed; null proposes none.</summary>
    public string? Trigger { get; init; }
}
