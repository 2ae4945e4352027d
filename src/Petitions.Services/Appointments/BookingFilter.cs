using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>What the desk's list shows; it stands in the address.</summary>
public sealed record BookingFilter(DateOnly? Day = null, AppointmentForm? Form = null, AppointmentState? State = null);
