using Petitions.Domain.People;

namespace Petitions.Domain.Appointments;

/// <summary>
/// A person of a booked party (随行人), accepted or refused apart from the others. Numbers stay encrypted and are found by
/// keyed blind index only; the row belongs to one appointment, there is no file on a person (domain.md 3.6).
/// </summary>
public sealed class AppointmentPerson
{
    public const int ReasonMax = 300;

    private AppointmentPerson()
    {
    }

    public Guid Id { get; private set; }

    public Guid AppointmentId { get; private set; }

    /// <summary>1 is who booked.</summary>
    public int Ordinal { get; private set; }

    public string Name { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    public string? Identity { get; private set; }

    public byte[]? IdNumberIndex { get; private set; }

    public byte[]? PhoneIndex { get; private set; }

    public int? BirthYear { get; private set; }

    public PersonAdmission Admission { get; private set; }

    public string? RefusalReason { get; private set; }

    internal static AppointmentPerson Create(Guid appointmentId, int ordinal, BookedPerson person, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        AppointmentId = appointmentId,
        Ordinal = ordinal,
        Name = Rule.RequireText(person.Name, PersonName.Max, "appointment.name"),
        NameKey = PersonName.Key(person.Name),
        Identity = person.EncryptedIdentity,
        IdNumberIndex = person.IdNumberIndex,
        PhoneIndex = person.PhoneIndex,
        BirthYear = person.BirthYear,
    };

    internal void Decide(PersonAdmission admission, string? reason)
    {
        RefusalReason = admission == PersonAdmission.Refused ? Rule.RequireText(reason, ReasonMax, "appointment.refusal-reason") : null;
        Admission = admission;
    }
}
