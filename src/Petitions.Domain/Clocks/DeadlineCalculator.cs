namespace Petitions.Domain.Clocks;

/// <summary>
/// Counts a legal period: raw = start + amount, + all pauses, + extensions; due = raw rolled once, at the end.
/// The day of the event is not counted; a missing day number becomes the last day of the month.
/// </summary>
public sealed class DeadlineCalculator(WorkingCalendar calendar)
{
    public Deadline Compute(
        DateOnly start,
        ClockSpan period,
        ClockRoll roll,
        IReadOnlyCollection<PauseSpan>? pauses = null,
        IReadOnlyCollection<ClockSpan>? extensions = null)
    {
        var asked = new CalendarUse(calendar);
        var raw = Add(start, period, asked);
        raw = AddPauses(start, raw, period.Unit, pauses ?? [], asked);
        foreach (var extension in extensions ?? [])
        {
            raw = Add(raw, extension, asked);
        }

        var due = roll switch
        {
            ClockRoll.Next => calendar.NextWorkingDay(raw),
            ClockRoll.Back => calendar.PreviousWorkingDay(raw),
            _ => raw,
        };
        if (roll != ClockRoll.None)
        {
            asked.Note(raw, due);
        }

        return new Deadline(raw, due, asked.Provisional, asked.Uncovered);
    }

    /// <summary>Hour clocks count instants and know no holidays.</summary>
    public static DateTime AddHours(DateTime startUtc, int hours) => startUtc.Kind == DateTimeKind.Utc
        ? startUtc.AddHours(hours)
        : throw new ArgumentException("An instant must be UTC.", nameof(startUtc));

    private DateOnly Add(DateOnly from, ClockSpan span, CalendarUse asked)
    {
        switch (span.Unit)
        {
            case ClockUnit.CalendarDay:
                return from.AddDays(span.Amount);
            case ClockUnit.Month:
                return from.AddMonths(span.Amount);
            case ClockUnit.Year:
                return from.AddYears(span.Amount);
            case ClockUnit.WorkingDay:
                var to = calendar.AddWorkingDays(from, span.Amount);
                // The start day itself is not counted, so its year alone never makes the result doubtful.
                asked.Note(span.Amount == 0 ? from : from.AddDays(Math.Sign(span.Amount)), to);
                return to;
            default:
                throw new ArgumentOutOfRangeException(nameof(span), span.Unit, "Hours are counted on instants: use AddHours.");
        }
    }

    private DateOnly AddPauses(DateOnly start, DateOnly raw, ClockUnit unit, IReadOnlyCollection<PauseSpan> pauses, CalendarUse asked)
    {
        var days = 0;
        var workingDays = 0;
        var counted = start.AddDays(1);   // nothing before the day after the start can stop the clock
        foreach (var pause in pauses.OrderBy(p => p.From))
        {
            var from = pause.From > counted ? pause.From : counted;
            if (pause.Restart <= from)
            {
                continue;
            }

            days += pause.Restart.DayNumber - from.DayNumber;
            if (unit == ClockUnit.WorkingDay)
            {
                workingDays += calendar.CountWorkingDays(from, pause.Restart);
                asked.Note(from, pause.Restart.AddDays(-1));
            }

            counted = pause.Restart;
        }

        if (unit != ClockUnit.WorkingDay)
        {
            return raw.AddDays(days);
        }

        return workingDays == 0 ? raw : Add(raw, new ClockSpan(workingDays, unit), asked);
    }

    /// <summary>Remembers which years the result rests on.</summary>
    private sealed class CalendarUse(WorkingCalendar calendar)
    {
        public bool Provisional { get; private set; }

        public bool Uncovered { get; private set; }

        public void Note(DateOnly one, DateOnly other)
        {
            for (var year = Math.Min(one.Year, other.Year); year <= Math.Max(one.Year, other.Year); year++)
            {
                Provisional |= calendar.IsProvisional(year);
                Uncovered |= !calendar.Covers(year);
            }
        }
    }
}
