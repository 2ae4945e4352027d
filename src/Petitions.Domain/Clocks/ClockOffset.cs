namespace Petitions.Domain.Clocks;

/// <summary>How far the clock of a Development installation is moved; one row, read by every node.</summary>
public sealed class ClockOffset
{
    public const int OnlyId = 1;

    private ClockOffset()
    {
    }

    public int Id { get; private set; }

    public long Seconds { get; private set; }

    public static ClockOffset None() => new() { Id = OnlyId };

    public void MoveTo(TimeSpan offset) => Seconds = (long)offset.TotalSeconds;
}
