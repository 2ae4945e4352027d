namespace Petitions.Services.Receptions;

/// <summary>A code handed out.</summary>
public sealed record CodeLine(Guid Id, DateOnly ValidUntil, DateTime? RevokedAt);
