namespace Petitions.Services.Operations.Status;

/// <summary>A node as it last reported itself; <paramref name="ClockDifference"/> in milliseconds, ahead of the database when positive.</summary>
public sealed record NodeLine(string Name, string Release, DateTime StartedAt, DateTime SeenAt, DateTime? StoppedAt, bool IsUp, long ClockDifference, bool HasWrongClock);
