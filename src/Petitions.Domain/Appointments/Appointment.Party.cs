namespace Petitions.Domain.Appointments;

/// <summary>Who comes; each is accepted or refused apart from the others.</summary>
public sealed partial class Appointment
{
    private readonly List<AppointmentPerson> persons = [];

    public IReadOnlyList<AppointmentPerson> Persons => persons;

    public int Coming => persons.Count(person => person.Admission == PersonAdmission.Accepted);

    /// <summary>A person of the party may come or may not, with a reason; who booked is heard in any case.</summary>
    /// <exception cref="RuleBrokenException">appointment.unknown-person, appointment.refuse-booker, appointment.refusal-reason, appointment.wrong-state.</exception>
    public AppointmentConfirmed Admit(Guid personId, PersonAdmission admission, string? reason)
    {
        var person = persons.SingleOrDefault(each => each.Id == personId);
        Rule.Require(person is not null, "appointment.unknown-person");
        Rule.Require(admission == PersonAdmission.Accepted || person!.Ordinal > 1, "appointment.refuse-booker");
        Rule.Require(State == AppointmentState.Confirmed, "appointment.wrong-state");
        person!.Decide(admission, reason);
        Version++;
        return Settled(AppointmentStep.PersonDecided) with { Note = person.RefusalReason };
    }

    private void Bring(IReadOnlyList<BookedPerson> coming, DateTime now)
    {
        Rule.Require(coming.Count > 0, "appointment.name");
        persons.AddRange(coming.Select((person, at) => AppointmentPerson.Create(Id, at + 1, person, now)));
    }
}
