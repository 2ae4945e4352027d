using Petitions.Domain.Offices;

namespace Petitions.Domain.Appointments;

/// <summary>A room of a service point in which people are heard (接待室).</summary>
public sealed class Room
{
    public const int NameMax = 80;
    public const int SeatsMax = 500;

    private Room()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid ServicePointId { get; private set; }

    public string NameZh { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public RoomKind Kind { get; private set; }

    public int Seats { get; private set; }

    public bool Enabled { get; private set; }

    public Guid? SubmissionKey { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleBrokenException">room.name, room.seats.</exception>
    public static (Room Room, OfficeChanged Fact) Open(Guid officeId, Guid servicePointId, RoomDetails details, Guid? submissionKey, DateTime now)
    {
        var room = new Room { Id = Guid.CreateVersion7(new DateTimeOffset(now)), OfficeId = officeId, ServicePointId = servicePointId, SubmissionKey = submissionKey, Version = 1 };
        room.Apply(details);
        return (room, new OfficeChanged(officeId, "Room", room.Id.ToString(), null, room.InWords));
    }

    /// <exception cref="RuleBrokenException">room.name, room.seats.</exception>
    public OfficeChanged Change(RoomDetails details)
    {
        var before = InWords;
        Apply(details);
        Version++;
        return new OfficeChanged(OfficeId, "Room", Id.ToString(), before, InWords);
    }

    private void Apply(RoomDetails details)
    {
        NameZh = Rule.RequireText(details.NameZh, NameMax, "room.name");
        NameEn = Rule.RequireText(details.NameEn, NameMax, "room.name");
        Rule.Require(details.Seats is >= 1 and <= SeatsMax, "room.seats");
        (Kind, Seats, Enabled) = (details.Kind, details.Seats, details.Enabled);
    }

    private string InWords => FormattableString.Invariant($"{NameZh} {Kind} {Seats} {(Enabled ? "on" : "off")}");
}
