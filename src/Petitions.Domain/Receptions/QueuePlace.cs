namespace Petitions.Domain.Receptions;

/// <summary>A place in the queue: rank first, then time. Of the booked ones the time is the booked one; before it they come after all others.</summary>
public sealed record QueuePlace(int Rank, DateTime At)
{
    /// <summary>Called at the booked time.</summary>
    public const int Booked = -1;

    /// <summary>With a priority reason.</summary>
    public const int Priority = 0;

    /// <summary>By arrival.</summary>
    public const int Arrival = 1;

    /// <summary>A booked one whose time has not come.</summary>
    public const int Early = 2;

    /// <summary>Just behind this place.</summary>
    public QueuePlace After() => this with { At = At.AddMicroseconds(1) };
}
