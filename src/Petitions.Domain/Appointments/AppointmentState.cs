namespace Petitions.Domain.Appointments;

/// <summary>Where an appointment stands (domain.md row 22).</summary>
public enum AppointmentState
{
    /// <summary>The place is kept while the form is filled in (保留中).</summary>
    Held,

    /// <summary>On the waiting list of a full slot or day (候补).</summary>
    Waiting,

    /// <summary>A place or another time is kept for some time and waits for the citizen's answer (待答复).</summary>
    Offered,

    /// <summary>Asked for; the office has not decided (待确认).</summary>
    Requested,

    /// <summary>Both sides know the time (已确认).</summary>
    Confirmed,

    /// <summary>The citizen came, or was called or visited (已到).</summary>
    Attended,

    /// <summary>Nobody came. No effect on later bookings (未到).</summary>
    NoShow,

    Cancelled,

    /// <summary>Never finished, or an offered place was not taken in time (已失效).</summary>
    Lapsed,
}
