namespace Petitions.Services.Appointments;

/// <summary>An appointment whose code was right.</summary>
public sealed record OpenedBooking(Guid Id, string Code);
