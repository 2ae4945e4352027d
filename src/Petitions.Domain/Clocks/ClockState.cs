namespace Petitions.Domain.Clocks;

public enum ClockState
{
    Running,
    Paused,
    Met,
    Cancelled,
}
