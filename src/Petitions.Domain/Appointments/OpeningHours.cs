using System.Globalization;
using Petitions.Domain.Offices;

namespace Petitions.Domain.Appointments;

/// <summary>The weekly hours of a service point. Whoever has written none is not bound by them.</summary>
public sealed class OpeningHours
{
    private readonly IReadOnlyList<int> weekdays;
    private readonly IReadOnlyList<(TimeOnly From, TimeOnly To)> spans;

    private OpeningHours(IReadOnlyList<int> weekdays, IReadOnlyList<(TimeOnly From, TimeOnly To)> spans) => (this.weekdays, this.spans) = (weekdays, spans);

    public static OpeningHours Of(ServicePoint point) => Of(point.OpenWeekdays, point.HoursMorning, point.HoursAfternoon);

    /// <param name="weekdays">1 = Monday, joined by a bar.</param>
    /// <param name="morning"><c>HH:mm-HH:mm</c>.</param>
    /// <param name="afternoon"><c>HH:mm-HH:mm</c>.</param>
    public static OpeningHours Of(string? weekdays, string? morning, string? afternoon) => new(
        [.. (weekdays ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : 0).Where(day => day is >= 1 and <= 7)],
        [.. new[] { morning, afternoon }.Select(Span).OfType<(TimeOnly, TimeOnly)>()]);

    /// <summary>1 = Monday to 7 = Sunday.</summary>
    public static int WeekdayOf(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>Whether the point is open on the weekday of a working day. A make-up day stands for a day of the plain week.</summary>
    public bool OpensOn(DateOnly day)
    {
        var weekday = WeekdayOf(day);
        return weekdays.Count == 0 || weekdays.Contains(weekday) || (weekday > 5 && Enumerable.Range(1, 5).All(weekdays.Contains));
    }

    public bool Cover(TimeOnly from, TimeOnly to) => spans.Count == 0 || spans.Any(span => span.From <= from && to <= span.To);

    private static (TimeOnly From, TimeOnly To)? Span(string? text) =>
        text?.Split('-') is [var from, var to] && Time(from) is { } start && Time(to) is { } end && start < end ? (start, end) : null;

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
