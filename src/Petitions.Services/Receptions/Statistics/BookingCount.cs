using Petitions.Domain.Appointments;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>Bookings of one form whose time lay in the period: come, not come (爽约), called off.</summary>
public sealed record BookingCount(AppointmentForm Form, int Attended, int NoShow, int Cancelled)
{
    /// <summary>What the rate of no-shows is of (domain.md section 6): what was called off in time is nobody's absence.</summary>
    public int Booked => Attended + NoShow;
}
