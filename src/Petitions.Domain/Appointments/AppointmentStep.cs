namespace Petitions.Domain.Appointments;

/// <summary>What happened to an asked or confirmed appointment, as its fact names it.</summary>
public enum AppointmentStep
{
    Asked,
    Waits,
    Offered,
    OfferDeclined,
    OfferLapsed,
    WishesChanged,
    Confirmed,
    Changed,
    PersonDecided,
    Attended,
}
