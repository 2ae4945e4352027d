namespace Petitions.Services.Appointments;

/// <summary>Hours in which a room is taken.</summary>
/// <param name="Form">The form of what it is kept for, a session or a reception by video; null for any other booking.</param>
public sealed record RoomHold(Guid Id, Guid RoomId, DateOnly Day, DateTime StartsAt, DateTime EndsAt, string Purpose, Guid? SessionId, string? Form, string? BookedBy);
