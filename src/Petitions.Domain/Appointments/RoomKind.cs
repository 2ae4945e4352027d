namespace Petitions.Domain.Appointments;

public enum RoomKind
{
    /// <summary>The hall or a part of it (接待大厅).</summary>
    Hall,

    /// <summary>A room with a door (接待室).</summary>
    Room,

    /// <summary>A room with the video link (视频接访室).</summary>
    Video,
}
