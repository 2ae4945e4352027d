using System.Collections.Frozen;

namespace Petitions.Domain.Clocks;

/// <summary>Working days (工作日): Monday to Friday, less the holidays, plus the make-up days. Immutable.</summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, CalendarDayKind> exceptions;
    private readonly FrozenSet<int> covered;
    private readonly FrozenSet<int> provisional;

    public WorkingCalendar(IEnumerable<CalendarDay> days)
    {
        var all = days.ToList();
        exceptions = all.ToFrozenDictionary(day => day.Date, day => day.Kind);
        covered = all.Select(day => day.Date.Year).ToFrozenSet();
        // One provisional row makes the whole year provisional: the make-up days of that year are not known.
        provisional = all.Where(day => day.Provisional).Select(day => day.Date.Year).ToFrozenSet();
    }

    public IReadOnlyCollection<int> CoveredYears => covered;

    public bool Covers(int year) => covered.Contains(year);

    public bool IsProvisional(int year) => provisional.Contains(year);

    /// <summary>A year without data falls back to plain weekends; <see cref="Covers"/> tells the caller to warn.</summary>
    public bool IsWorkingDay(DateOnly day) => exceptions.TryGetValue(day, out var kind)
        ? kind == CalendarDayKind.WorkingMakeUp
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself if it is a working day, otherwise the next one.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => Seek(day, 1);

    /// <summary>The day itself if it is a working day, otherwise the one before.</summary>
    public DateOnly PreviousWorkingDay(DateOnly day) => Seek(day, -1);

    /// <summary>The start is not counted; 0 gives the same day, or the next working day.</summary>
    public DateOnly AddWorkingDays(DateOnly start, int amount)
    {
        if (amount == 0)
        {
            return NextWorkingDay(start);
        }

        var step = Math.Sign(amount);
        var day = start;
        for (var left = Math.Abs(amount); left > 0; left--)
        {
            day = Seek(day.AddDays(step), step);
        }

        return day;
    }

    /// <summary>Working days in [from, until).</summary>
    public int CountWorkingDays(DateOnly from, DateOnly until)
    {
        var count = 0;
        for (var day = from; day < until; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    private DateOnly Seek(DateOnly day, int step)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(step);
        }

        return day;
    }
}
