namespace Petitions.Domain.Appointments;

/// <summary>What follows from the form of an appointment.</summary>
public static class AppointmentForms
{
    /// <summary>The form of the sessions it takes place in (list ReceptionForm); null where no session is needed.</summary>
    public static string? SessionForm(this AppointmentForm form) => form switch
    {
        AppointmentForm.Hall => "Appointment",
        AppointmentForm.Leader => "Regular",
        AppointmentForm.NamedOfficer => "Named",
        AppointmentForm.HomeVisit => "HomeVisit",
        AppointmentForm.Video => "Video",
        _ => null,
    };

    /// <summary>Forms for which the citizen comes to the hall and takes a ticket there; nobody comes for a home visit or a call.</summary>
    public static readonly IReadOnlyList<AppointmentForm> InTheHall = [AppointmentForm.Hall, AppointmentForm.Leader, AppointmentForm.NamedOfficer, AppointmentForm.Video];

    /// <summary>A place in the hall is the citizen's at once; the rest the office confirms first.</summary>
    public static bool IsConfirmedAtOnce(this AppointmentForm form) => form == AppointmentForm.Hall;

    /// <summary>Leaders sit in published slots only: the wishes are slots. The other requests wish days.</summary>
    public static bool WishesSlots(this AppointmentForm form) => form == AppointmentForm.Leader;

    /// <summary>The rule that says by when a request must be dealt with; null for none.</summary>
    public static string? ClockRule(this AppointmentForm form) => form switch
    {
        AppointmentForm.NamedOfficer => "NAMED_APPOINTMENT_3D",
        AppointmentForm.Video => "VIDEO_CHECK_SAME_DAY",
        _ => null,
    };
}
