namespace Petitions.Services.Appointments;

/// <summary>The rooms of the person's offices and what they are taken for in one week.</summary>
public sealed record RoomCalendar(DateOnly Monday, IReadOnlyList<RoomLine> Rooms, IReadOnlyList<RoomHold> Holds);
