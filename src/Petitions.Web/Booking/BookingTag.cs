using Petitions.Domain.Appointments;

namespace Petitions.Web.Booking;

/// <summary>The quiet colour of a state (ui guide section 4).</summary>
public static class BookingTag
{
    public static string Kind(AppointmentState state) => state switch
    {
        AppointmentState.Confirmed => "blue",
        AppointmentState.Attended => "green",
        AppointmentState.Requested or AppointmentState.Offered => "amber",
        _ => "grey",
    };
}
