namespace Petitions.Domain.Appointments;

/// <summary>
/// A quarter of an hour in which a room is taken. The database holds that a room has each quarter once (security.md C10):
/// that is what makes a second booking impossible on both engines, whoever comes first.
/// </summary>
public sealed class RoomQuarter
{
    private RoomQuarter()
    {
    }

    public Guid Id { get; private set; }

    public Guid RoomId { get; private set; }

    public Guid BookingId { get; private set; }

    /// <summary>UTC, on the quarter.</summary>
    public DateTime StartsAt { get; private set; }

    internal static RoomQuarter Take(RoomBooking booking, DateTime startsAt, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        RoomId = booking.RoomId,
        BookingId = booking.Id,
        StartsAt = startsAt,
    };
}
