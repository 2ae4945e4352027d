namespace Petitions.Domain.Appointments;

/// <summary>The one table of allowed moves of an appointment; a wrong move throws.</summary>
public static class AppointmentMoves
{
    private static readonly (AppointmentState From, string Verb, AppointmentState To)[] Table =
    [
        (AppointmentState.Held, "Hold", AppointmentState.Held),
        (AppointmentState.Lapsed, "Hold", AppointmentState.Held),
        (AppointmentState.Held, "Submit", AppointmentState.Confirmed),
        (AppointmentState.Held, "Wait", AppointmentState.Waiting),
        (AppointmentState.Lapsed, "Wait", AppointmentState.Waiting),
        (AppointmentState.Held, "Lapse", AppointmentState.Lapsed),
        (AppointmentState.Waiting, "Lapse", AppointmentState.Lapsed),
        (AppointmentState.Offered, "Lapse", AppointmentState.Lapsed),
        (AppointmentState.Offered, "TakeBack", AppointmentState.Requested),
        (AppointmentState.Waiting, "Offer", AppointmentState.Offered),
        (AppointmentState.Requested, "Offer", AppointmentState.Offered),
        (AppointmentState.Offered, "Offer", AppointmentState.Offered),
        (AppointmentState.Offered, "Accept", AppointmentState.Confirmed),
        (AppointmentState.Confirmed, "Confirm", AppointmentState.Confirmed),
        (AppointmentState.Requested, "Confirm", AppointmentState.Confirmed),
        (AppointmentState.Waiting, "Confirm", AppointmentState.Confirmed),
        (AppointmentState.Offered, "Confirm", AppointmentState.Confirmed),
        (AppointmentState.Confirmed, "Change", AppointmentState.Confirmed),
        (AppointmentState.Requested, "Wish", AppointmentState.Requested),
        (AppointmentState.Held, "Cancel", AppointmentState.Cancelled),
        (AppointmentState.Waiting, "Cancel", AppointmentState.Cancelled),
        (AppointmentState.Offered, "Cancel", AppointmentState.Cancelled),
        (AppointmentState.Requested, "Cancel", AppointmentState.Cancelled),
        (AppointmentState.Confirmed, "Cancel", AppointmentState.Cancelled),
        (AppointmentState.Confirmed, "Attend", AppointmentState.Attended),
        (AppointmentState.Confirmed, "Miss", AppointmentState.NoShow),
    ];

    public static bool Allows(AppointmentState from, string verb) => Table.Any(move => move.From == from && move.Verb == verb);

    /// <exception cref="RuleBrokenException">appointment.wrong-state</exception>
    public static AppointmentState Require(AppointmentState from, string verb)
    {
        Rule.Require(Allows(from, verb), "appointment.wrong-state");
        return Table.Single(move => move.From == from && move.Verb == verb).To;
    }
}
