namespace Petitions.Services.Appointments;

/// <summary>A session that no longer fits, with the bookings that somebody must see to.</summary>
public sealed record TimetableConflict(Guid SessionId, Guid ServicePointId, string Form, DateOnly Day, DateTime StartsAt, DateTime EndsAt, string? Leader, ConflictReason Reason, IReadOnlyList<SlotBooking> Bookings)
{
    /// <summary>The session itself still stands and wants to be moved or called off.</summary>
    public bool IsOpen => Reason is not (ConflictReason.Moved or ConflictReason.Cancelled);
}
