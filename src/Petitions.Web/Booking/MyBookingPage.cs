using Petitions.Services.Appointments;

namespace Petitions.Web.Booking;

/// <summary>One's own appointment with the code that opened it.</summary>
public sealed record MyBookingPage(OwnBooking Booking, string Code);
