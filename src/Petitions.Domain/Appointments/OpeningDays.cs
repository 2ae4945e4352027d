using Petitions.Domain.Clocks;

namespace Petitions.Domain.Appointments;

/// <summary>
/// When a service point can hold a session: the working calendar, its weekly hours, and the odd days set by hand. An odd
/// day beats the calendar, and of two odd days the closed one wins.
/// </summary>
/// <param name="calendar">The working calendar.</param>
/// <param name="hours">The weekly hours of the point.</param>
/// <param name="closures">Odd days of the point and of its office.</param>
public sealed class OpeningDays(WorkingCalendar calendar, OpeningHours hours, IReadOnlyList<Closure> closures)
{
    /// <summary>As far as a next day is looked for: longer than any holiday and any closure.</summary>
    private const int LookAhead = 120;

    public SessionFit FitOf(DateOnly day, TimeOnly from, TimeOnly to)
    {
        if (closures.Any(each => each.Kind == ClosureKind.Closed && each.Touches(day, from, to)))
        {
            return SessionFit.Closed;
        }

        if (closures.Any(each => each.Kind == ClosureKind.ExtraOpen && each.Covers(day, from, to)))
        {
            return SessionFit.Fits;
        }

        if (!calendar.IsWorkingDay(day))
        {
            return SessionFit.Holiday;
        }

        return hours.OpensOn(day) && hours.Cover(from, to) ? SessionFit.Fits : SessionFit.OutsideHours;
    }

    /// <summary>The first later day on which these hours fit, or null within four months.</summary>
    public DateOnly? NextFitting(DateOnly after, TimeOnly from, TimeOnly to)
    {
        for (var ahead = 1; ahead <= LookAhead; ahead++)
        {
            var day = after.AddDays(ahead);
            if (FitOf(day, from, to) == SessionFit.Fits)
            {
                return day;
            }
        }

        return null;
    }

    /// <exception cref="RuleBrokenException">session.holiday, session.closed, session.outside-hours.</exception>
    public void RequireFit(DateOnly day, TimeOnly from, TimeOnly to)
    {
        var fit = FitOf(day, from, to);
        Rule.Require(fit != SessionFit.Holiday, "session.holiday");
        Rule.Require(fit != SessionFit.Closed, "session.closed");
        Rule.Require(fit != SessionFit.OutsideHours, "session.outside-hours");
    }
}
