using Petitions.Domain.Clocks;

namespace Petitions.Services.Setup.Load;

/// <summary>When matters come in: more each year, few in holidays, many after them, Mondays first, at any hour online and in office hours at the counter.</summary>
internal sealed class LoadDays
{
    /// <summary>The history begins with the year from which the calendar is known.</summary>
    public static readonly DateOnly First = new(2024, 1, 1);

    private static readonly double[] ByWeekday = [0.25, 1.35, 1.15, 1.1, 1.05, 1.0, 0.35];
    private static readonly double[] ByMonth = [0.95, 0.7, 1.25, 1.1, 1.0, 1.0, 1.05, 0.95, 1.05, 0.9, 1.1, 0.95];

    private readonly double[] sums;
    private readonly DateTime now;

    public LoadDays(WorkingCalendar calendar, DateTime now)
    {
        this.now = now;
        sums = new double[ChinaTime.DateOf(now).DayNumber - First.DayNumber + 1];
        var sum = 0.0;
        for (var at = 0; at < sums.Length; at++)
        {
            var day = First.AddDays(at);
            var rest = !calendar.IsWorkingDay(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            sums[at] = sum += ByWeekday[(int)day.DayOfWeek] * ByMonth[day.Month - 1] * (1 + (0.12 * at / 365)) * (rest ? 0.2 : 1);
        }
    }

    /// <summary>The moment of the matter at <paramref name="share"/> (0 to 1) of the history; later shares are later days.</summary>
    public DateTime At(double share, bool atCounter, ref LoadDice dice)
    {
        var at = Array.BinarySearch(sums, share * sums[^1]);
        var day = First.AddDays(Math.Min(at < 0 ? ~at : at, sums.Length - 1));
        var hour = atCounter ? 8.5 + (dice.Unit() * 8.5) : 6 + (dice.Unit() * 16.5);
        var moment = ChinaTime.StartOfDayUtc(day).AddSeconds(hour * 3600).AddMicroseconds(dice.Below(1_000_000));
        return moment < now ? moment : now.AddSeconds(-dice.Between(1, 3600));
    }
}
