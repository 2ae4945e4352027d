namespace Petitions.Domain.JointVisits;

/// <summary>
/// Where people sit. With several places all are joined by video: rooms of this office are then video rooms, the others
/// are named, each with its own link or that of the whole. Who sits nowhere else sits at the first one.
/// </summary>
public sealed class JointPlace
{
    public const int NameMax = 120;

    private JointPlace()
    {
    }

    public Guid Id { get; private set; }

    public Guid JointVisitId { get; private set; }

    public int Position { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>A room of this office; null for a place of somebody else.</summary>
    public Guid? RoomId { get; private set; }

    /// <summary>Whether it has a video link.</summary>
    public bool Video { get; private set; }

    /// <summary>Its own address or number of the video link; null where the one of the joint visit serves.</summary>
    public string? Link { get; private set; }

    /// <summary>The hours kept in the room; null while no time is set.</summary>
    public Guid? BookingId { get; private set; }

    internal static JointPlace Of(Guid visitId, int position, string? name, Guid? roomId, bool video, string? link, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        JointVisitId = visitId,
        Position = position,
        Name = Rule.RequireText(name, NameMax, "joint.place-name"),
        RoomId = roomId,
        Video = video || link is not null,
        Link = link,
    };

    internal void Keep(Guid? bookingId) => BookingId = bookingId;
}
