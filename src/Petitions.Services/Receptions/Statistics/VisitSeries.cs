using Petitions.Domain.Indicators;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>The period in columns: days of a month, weeks of half a year, else months.</summary>
internal static class VisitSeries
{
    private const int MostDays = 31;
    private const int MostWeeks = 26;

    public static IReadOnlyList<VisitBucket> Of(VisitScope scope, IReadOnlyDictionary<DateOnly, VisitCount> days)
    {
        var length = scope.To.DayNumber - scope.From.DayNumber + 1;
        var buckets = new List<VisitBucket>();
        for (var from = scope.From; from <= scope.To;)
        {
            var next = length <= MostDays ? from.AddDays(1)
                : length <= MostWeeks * 7 ? WeeklyLetter.MondayOf(from).AddDays(7)
                : new DateOnly(from.Year, from.Month, 1).AddMonths(1);
            var (first, to) = (from, next > scope.To ? scope.To : next.AddDays(-1));
            buckets.Add(new VisitBucket(first, to, VisitCount.Sum(days.Where(day => day.Key >= first && day.Key <= to).Select(day => day.Value))));
            from = next;
        }

        return buckets;
    }
}
