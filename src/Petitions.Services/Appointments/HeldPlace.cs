namespace Petitions.Services.Appointments;

/// <summary>A place kept for a form under way.</summary>
public sealed record HeldPlace(Guid AppointmentId, Guid SlotId, int Number, DateTime StartsAt, DateTime HeldUntil);
