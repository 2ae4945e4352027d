namespace Petitions.Services.Appointments;

/// <summary>Why a session, or what is booked in it, can no longer be held as it stands.</summary>
public enum ConflictReason
{
    Holiday,
    Closed,
    OutsideHours,

    /// <summary>Its regular day was changed.</summary>
    RuleChanged,

    LeaderAway,

    /// <summary>The session was moved and these bookings had no slot in the next one.</summary>
    Moved,

    Cancelled,
}
