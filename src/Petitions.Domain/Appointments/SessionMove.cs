namespace Petitions.Domain.Appointments;

/// <summary>Where a session is moved to, wall clock in Asia/Shanghai, and why.</summary>
public sealed record SessionMove(DateOnly Day, TimeOnly From, TimeOnly To, Guid? RoomId, string? Reason);
