namespace Petitions.Domain.FollowUps;

/// <summary>What the call found.</summary>
public enum CallbackOutcome
{
    /// <summary>Talked over; nothing more is asked.</summary>
    Settled,

    /// <summary>The complaint stands.</summary>
    ComplaintStands,

    /// <summary>Nobody could be reached, after how many attempts stands in the note.</summary>
    NotReached,
}
