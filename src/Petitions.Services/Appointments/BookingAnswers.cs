using Petitions.Domain.Appointments;
using Petitions.Services.Petitions;

namespace Petitions.Services.Appointments;

/// <summary>The answers of a booking form under way, as typed. Null means not answered yet.</summary>
public sealed record BookingAnswers
{
    /// <summary>Made with the form; the appointment carries it.</summary>
    public required Guid SubmissionKey { get; init; }

    public Guid? OfficeId { get; init; }

    public AppointmentForm? Form { get; init; }

    public bool ReasonAnswered { get; init; }

    public string? Reason { get; init; }

    public string? Topic { get; init; }

    public string? OfficerName { get; init; }

    /// <summary>Number of the matter, shown back; the code is never kept.</summary>
    public string? MatterNumber { get; init; }

    public Guid? PetitionId { get; init; }

    /// <summary>The slot whose place is kept, or that is waited for.</summary>
    public Guid? SlotId { get; init; }

    public DateTime? StartsAt { get; init; }

    public DateTime? HeldUntil { get; init; }

    /// <summary>The appointment that keeps the place.</summary>
    public Guid? HeldId { get; init; }

    public bool Waits { get; init; }

    public bool AnySlot { get; init; }

    public Guid? ServicePointId { get; init; }

    public IReadOnlyList<WishedTime> Wishes { get; init; } = [];

    public bool PeopleAnswered { get; init; }

    public FiledPerson Booker { get; init; } = new();

    public IReadOnlyList<string> Others { get; init; } = [];

    public IReadOnlyList<string> Needs { get; init; } = [];

    public bool SmsAllowed { get; init; }

    /// <summary>Sent: the same form sent again leads to the same appointment.</summary>
    public bool Sent { get; init; }

    public bool TimeAnswered => SlotId is not null || Wishes.Count > 0;

    public BookingWanted Wanted(string language) => new(SubmissionKey, OfficeId ?? Guid.Empty, Form ?? AppointmentForm.Hall, language);

    public SlotSearch Search() => new() { OfficeId = OfficeId ?? Guid.Empty, Form = Form ?? AppointmentForm.Hall, PetitionId = PetitionId, Own = HeldId };

    public BookingAsked Asked() => new()
    {
        Reason = Reason,
        Topic = Topic,
        Needs = Needs,
        Booker = Booker,
        Others = Others,
        SmsAllowed = SmsAllowed,
        PetitionId = PetitionId,
        OfficerName = OfficerName,
        ServicePointId = ServicePointId,
        Wishes = Wishes,
    };
}
