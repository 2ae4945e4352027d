namespace Petitions.Domain.Indicators;

/// <summary>
/// The weekly letter to the chief (周报) of one office: computed from facts up to the week's end only, kept as made, never
/// changed. One for each week, Monday to Sunday in Asia/Shanghai.
/// </summary>
public sealed class WeeklyLetter
{
    public const int ContentMax = 20_000;

    private WeeklyLetter()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public DateOnly WeekStart { get; private set; }

    public DateTime MadeAt { get; private set; }

    /// <summary>Canonical JSON.</summary>
    public string Content { get; private set; } = "";

    public static WeeklyLetter Make(Guid officeId, DateOnly weekStart, string content, DateTime now)
    {
        Rule.Require(weekStart.DayOfWeek == DayOfWeek.Monday, "letter.monday");
        Rule.Require(Clocks.ChinaTime.EndOfDayUtc(weekStart.AddDays(6)) <= now, "letter.week-not-over");
        return new WeeklyLetter { Id = Guid.CreateVersion7(new DateTimeOffset(now)), OfficeId = officeId, WeekStart = weekStart, Content = content, MadeAt = now };
    }

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
