namespace Petitions.Services.Notices;

/// <summary>A notice in clear, for the outbox page of Development.</summary>
public sealed record OutboxLine(
    Guid Id, DateTime CreatedAt, string Channel, string Template, string State, int Attempts, string? LastError, string? Address, string Subject, string Body, bool ToStaff);
