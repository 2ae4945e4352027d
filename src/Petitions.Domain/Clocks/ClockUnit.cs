namespace Petitions.Domain.Clocks;

/// <summary>What a clock counts. Hour counts instants, all others count days of China Standard Time.</summary>
public enum ClockUnit
{
    CalendarDay,
    WorkingDay,
    Month,
    Year,
    Hour,
}
