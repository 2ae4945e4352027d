namespace Petitions.Services.Appointments;

/// <summary>One session with what can be done to it.</summary>
public sealed record SessionSheet(SessionLine Line, Guid OfficeId, Guid ServicePointId, Guid? RoomId, IReadOnlyList<SlotLine> Slots, DateOnly? MovedToDay, string? PlannedBy, DateTime? PublishedAt);
