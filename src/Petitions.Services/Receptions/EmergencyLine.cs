namespace Petitions.Services.Receptions;

/// <summary>An emergency call as those on duty see it; of visitors it says nothing.</summary>
public sealed record EmergencyLine(Guid Id, Guid ServicePointId, int Counter, string? CalledBy, DateTime CalledAt, string? AcceptedBy, DateTime? AcceptedAt);
