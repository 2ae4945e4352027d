using Petitions.Services.Appointments;
using Petitions.Services.Receptions;

namespace Petitions.Services.VideoVisits;

/// <summary>One reception by video as the people of its ends see it.</summary>
public sealed record VideoSheet
{
    public required VideoLine Line { get; init; }

    public required VideoDay Day { get; init; }

    public required RecordingLine Recording { get; init; }

    /// <summary>The office applied to.</summary>
    public required Guid JoiningOfficeId { get; init; }

    /// <summary>Nothing is passed on where the office near home hears itself.</summary>
    public required bool IsOneHouse { get; init; }

    public DateTime? CheckedAt { get; init; }

    public DateTime? ForwardedAt { get; init; }

    /// <summary>What the office near home tells the other.</summary>
    public string? Note { get; init; }

    public Guid? RightOfficeId { get; init; }

    /// <summary>Whether the person runs this end.</summary>
    public required bool AtJoining { get; init; }

    public required bool AtHearing { get; init; }

    /// <summary>Still to be heard: the appointment is neither called off nor missed.</summary>
    public required bool IsOpen { get; init; }

    public IReadOnlyList<SheetPerson> Persons { get; init; } = [];

    public IReadOnlyList<BookingWish> Wishes { get; init; } = [];

    public string? Reason { get; init; }

    public string? Topic { get; init; }

    public string? Phone { get; init; }

    /// <summary>Number of the tied matter.</summary>
    public string? Matter { get; init; }

    public string? EndReason { get; init; }

    /// <summary>The visit near home, once who asked has come.</summary>
    public Guid? ReceptionId { get; init; }

    /// <summary>The time proposed before it was settled; null where none was.</summary>
    public VideoOffer? Offer { get; init; }

    /// <summary>Another time may be proposed by this person's end.</summary>
    public bool MayPropose { get; init; }

    /// <summary>The end that hears may read the record of the conversation.</summary>
    public bool HasTranscript { get; init; }

    public IReadOnlyList<RoomLine> Rooms { get; init; } = [];

    public IReadOnlyList<Colleague> JoiningPeople { get; init; } = [];

    public IReadOnlyList<Colleague> HearingPeople { get; init; } = [];

    /// <summary>Video rooms at the point where who asked sits.</summary>
    public IReadOnlyList<RoomLine> JoiningRooms => [.. Rooms.Where(room => room.ServicePointId == Line.JoiningPointId)];

    public IReadOnlyList<RoomLine> HearingRooms => [.. Rooms.Where(room => room.OfficeId == Line.HearingOfficeId)];

    public string? PersonName(Guid? id) => JoiningPeople.Concat(HearingPeople).FirstOrDefault(person => person.Id == id)?.Name;
}
