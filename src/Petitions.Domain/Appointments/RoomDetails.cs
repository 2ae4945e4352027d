namespace Petitions.Domain.Appointments;

/// <summary>A room as it is asked for.</summary>
public sealed record RoomDetails
{
    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required RoomKind Kind { get; init; }

    public required int Seats { get; init; }

    public bool Enabled { get; init; } = true;
}
