namespace Petitions.Services.Appointments;

/// <summary>A booking that holds a place of a slot.</summary>
public sealed record SlotBooking(Guid Id, Guid SessionId, Guid SlotId, DateTime StartsAt, DateTime EndsAt);
