namespace Petitions.Web.Booking;

/// <summary>The questions of the booking form, in order.</summary>
public enum BookingStep
{
    Start,
    Reason,
    Time,
    People,
    Check,
}
