namespace Petitions.Domain.Receptions;

/// <summary>A place in the queue: rank first (0 with a priority reason, 1 without), then time.</summary>
public sealed record QueuePlace(int Rank, DateTime At)
{
    /// <summary>Just behind this place.</summary>
    public QueuePlace After() => this with { At = At.AddMicroseconds(1) };
}
