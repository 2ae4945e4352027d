namespace Petitions.Domain.Appointments;

/// <summary>
/// Numbers 1 to the limit that the booker's open appointments take, apart by contact and by identity number. The database
/// holds that no number is taken twice by one person: two bookings at once cannot pass the limit (security.md C10).
/// </summary>
public sealed record BookerPlaces(int? Contact, int? Id);
