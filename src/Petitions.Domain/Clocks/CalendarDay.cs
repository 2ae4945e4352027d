namespace Petitions.Domain.Clocks;

/// <summary>A day that differs from the plain week: a public holiday or a make-up working day (调休).</summary>
public sealed class CalendarDay
{
    private CalendarDay()
    {
    }

    /// <summary>The setting under which changes of the calendar are recorded.</summary>
    public static readonly Guid Subject = new("0193a000-0000-7000-8000-000000000001");

    public DateOnly Date { get; private set; }

    public CalendarDayKind Kind { get; private set; }

    public string NameZh { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>True while the State Council notice for the year has not been read.</summary>
    public bool Provisional { get; private set; }

    public string Source { get; private set; } = "";

    public static CalendarDay Create(DateOnly date, CalendarDayKind kind, string nameZh, string nameEn, bool provisional, string source) => new()
    {
        Date = date,
        Kind = kind,
        NameZh = nameZh,
        NameEn = nameEn,
        Provisional = provisional,
        Source = source,
    };

    /// <summary>What the day is from now on.</summary>
    public void Change(CalendarDayKind kind, string nameZh, string nameEn, bool provisional, string source) =>
        (Kind, NameZh, NameEn, Provisional, Source) = (kind, nameZh, nameEn, provisional, source);

    public static CalendarDay FromRow(IReadOnlyDictionary<string, string> row) => Create(
        RowValues.Date(row, "date"),
        row["kind"] == "off" ? CalendarDayKind.Off : CalendarDayKind.WorkingMakeUp,
        row["name_zh"], row["name_en"], RowValues.Bool(row, "provisional"), row["source"]);
}
