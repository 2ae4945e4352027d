namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>Hours of a room.</summary>
public sealed class RoomBookingForm
{
    public Guid? RoomId { get; set; }

    /// <summary>The other end of a video link.</summary>
    public Guid? OtherRoomId { get; set; }

    public string? Day { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }

    public string? Purpose { get; set; }
}
