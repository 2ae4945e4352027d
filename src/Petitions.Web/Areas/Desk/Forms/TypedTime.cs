using System.Globalization;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A day and two hours as typed, by the wall clock.</summary>
internal static class TypedTime
{
    /// <summary>The hours in UTC; null when one of the fields is no day or hour.</summary>
    public static AgreedTime? Of(string? day, string? from, string? to) => DateText.Parse(day) is { } at && HourOf(from) is { } first && HourOf(to) is { } last
        ? new AgreedTime(ChinaTime.StartOfDayUtc(at) + first.ToTimeSpan(), ChinaTime.StartOfDayUtc(at) + last.ToTimeSpan())
        : null;

    private static TimeOnly? HourOf(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;
}
