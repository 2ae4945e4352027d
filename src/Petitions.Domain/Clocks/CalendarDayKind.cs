namespace Petitions.Domain.Clocks;

public enum CalendarDayKind
{
    Off,
    WorkingMakeUp,
}
