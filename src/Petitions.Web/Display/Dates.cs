using System.Globalization;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Display;

/// <summary>
/// Days and instants in words, always in China Standard Time. The order of year, month and day stands in the texts,
/// not in the culture data of the machine: those differ from server to server.
/// </summary>
public sealed class Dates(IStringLocalizer<SharedTexts> texts)
{
    private static readonly string[] EnglishMonths =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    // China has had one zone and no summer time since 1991; asking the time-zone database would only add a way to fail.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public string Day(DateOnly day) => texts["date.day", day.Year, MonthOf(day), day.Day];

    private static object MonthOf(DateOnly day) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? day.Month : EnglishMonths[day.Month - 1];

    public string Day(DateOnly? day) => day is { } value ? Day(value) : texts["value.none"];

    /// <summary>The calendar day in China on which the instant falls.</summary>
    public string Day(DateTime utc) => Day(DateOnly.FromDateTime(InChina(utc)));

    /// <summary>Day, hour and minute.</summary>
    public string Moment(DateTime utc)
    {
        var local = InChina(utc);
        return texts["date.moment", Day(DateOnly.FromDateTime(local)), Clock(local)];
    }

    public string Moment(DateTime? utc) => utc is { } value ? Moment(value) : texts["value.none"];

    /// <summary>Hour and minute, 24 hours.</summary>
    public string Time(DateTime utc) => Clock(InChina(utc));

    /// <summary>For the datetime attribute of a time element.</summary>
    public static string Machine(DateTime utc) => FormattableString.Invariant($"{InChina(utc):yyyy-MM-dd'T'HH:mm:ss}+08:00");

    public static string Machine(DateOnly day) => FormattableString.Invariant($"{day:yyyy-MM-dd}");

    private static string Clock(DateTime local) => FormattableString.Invariant($"{local.Hour:00}:{local.Minute:00}");

    private static DateTime InChina(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Unspecified) + China;
}
