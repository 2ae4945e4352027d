namespace Petitions.Domain.Clocks;

/// <summary>Where a last day that is not a working day moves to; applied once, at the very end.</summary>
public enum ClockRoll
{
    None,
    Next,
    Back,
}
