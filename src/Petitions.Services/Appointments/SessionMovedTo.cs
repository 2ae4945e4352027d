namespace Petitions.Services.Appointments;

/// <summary>The session that took the place of another, and what became of the bookings.</summary>
public sealed record SessionMovedTo(Guid NextId, int Moved, int Left);
