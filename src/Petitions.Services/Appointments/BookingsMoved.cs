namespace Petitions.Services.Appointments;

/// <summary>How many bookings went along, and how many had no slot and stand on the conflict list.</summary>
public sealed record BookingsMoved(int Moved, int Left);
