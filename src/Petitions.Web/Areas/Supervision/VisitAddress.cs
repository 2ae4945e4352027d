using Microsoft.AspNetCore.Http.Extensions;
using Petitions.Domain.Indicators;
using Petitions.Services.Receptions.Statistics;
using Petitions.Web.Display;

namespace Petitions.Web.Areas.Supervision;

/// <summary>Addresses of the visit statistics: a number carries its scope to its rows.</summary>
internal static class VisitAddress
{
    public const string Page = "~/board/visits";

    /// <summary>Every visit behind a figure.</summary>
    public static string Rows(VisitScope scope, VisitFigure figure = VisitFigure.All, params (string Name, string? Value)[] more) => Of($"{Page}/{figure}", scope, more);

    public static string Bookings(VisitScope scope, params (string Name, string? Value)[] more) => Of($"{Page}/bookings", scope, more);

    /// <summary>Every rating behind the figures, where there are enough.</summary>
    public static string Ratings(VisitScope scope, params (string Name, string? Value)[] more) => Of($"{Page}/ratings", scope, more);

    /// <summary>Every matter behind a channel's number.</summary>
    public static string Matters(VisitScope scope, string channel, params (string Name, string? Value)[] more) => Of($"{Page}/matters", scope, [("channel", channel), .. more]);

    public static string Of(string path, VisitScope scope, params (string Name, string? Value)[] more)
    {
        var query = new QueryBuilder();
        (string Name, string? Value)[] all =
        [
            ("from", Dates.Machine(scope.From)), ("to", Dates.Machine(scope.To)), ("office", scope.Office?.ToString()), ("point", scope.Point?.ToString()),
            ("reception", scope.Form), ("leader", scope.Leader?.ToString()), .. more,
        ];
        foreach (var (name, value) in all)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return path + query.ToQueryString();
    }

    /// <summary>The periods people ask for, up to today; each key is a text.</summary>
    public static IReadOnlyList<(string Key, DateOnly From, DateOnly To)> Periods(DateOnly today)
    {
        var (monday, month, year) = (WeeklyLetter.MondayOf(today), new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, 1, 1));
        return
        [
            ("period.week", monday, today),
            ("period.last-week", monday.AddDays(-7), monday.AddDays(-1)),
            ("period.month", month, today),
            ("period.last-month", month.AddMonths(-1), month.AddDays(-1)),
            ("period.year", year, today),
            ("period.last-year", year.AddYears(-1), year.AddDays(-1)),
        ];
    }
}
