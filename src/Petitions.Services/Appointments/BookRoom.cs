namespace Petitions.Services.Appointments;

/// <summary>A room, and where two ends are joined by video the room of the other end, for some hours of a day.</summary>
public sealed record BookRoom
{
    public required Guid RoomId { get; init; }

    /// <summary>The room at the other end (journey J11): both are booked or neither.</summary>
    public Guid? OtherRoomId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Wall clock in Asia/Shanghai.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>Null for the usual length (ROOM_DEFAULT_MINUTES).</summary>
    public TimeOnly? To { get; init; }

    public string? Purpose { get; init; }
}
