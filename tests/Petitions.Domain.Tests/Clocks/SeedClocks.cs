using System.Globalization;
using Petitions.Domain.Clocks;

namespace Petitions.Domain.Tests.Clocks;

/// <summary>The rules and the working calendar as they are delivered.</summary>
internal static class SeedClocks
{
    public static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    public static readonly WorkingCalendar Calendar = new(CsvTable.Parse(Text("holidays.csv")).Select(row => CalendarDay.Create(
        Day(row["date"]), row["kind"] == "off" ? CalendarDayKind.Off : CalendarDayKind.WorkingMakeUp, row["name_zh"], row["name_en"], row["provisional"] == "true", "")));

    public static readonly IReadOnlyList<ClockRule> Rules = [.. CsvTable.Parse(Text("clock_rules.csv")).Select(row => ClockRule.FromRow(row, Now))];

    public static ClockRule Rule(string id) => Rules.Single(rule => rule.RuleId == id);

    /// <summary>A clock of that rule, begun on that day.</summary>
    public static PetitionClock Start(string rule, string on, string? named = null) => PetitionClock.Start(
        Guid.CreateVersion7(), new ClockChange.Open(Rule(rule), Rule(rule).StartEvent, Day(on), Rule(rule).Roll) { NamedDueOn = named is null ? null : Day(named) }, Calendar, Now);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", file));
}
