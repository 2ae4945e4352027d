using System.Globalization;

namespace Petitions.Web.Forms;

/// <summary>A remembered date typed as year, month and day. Holds what was typed; <see cref="ToDate"/> is null if it is no date.</summary>
public sealed class DateParts
{
    public string? Year { get; set; }
    public string? Month { get; set; }
    public string? Day { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Year) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Day);

    public static DateParts From(DateOnly? date) => date is not { } day ? new() : new()
    {
        Year = day.Year.ToString(CultureInfo.InvariantCulture),
        Month = day.Month.ToString(CultureInfo.InvariantCulture),
        Day = day.Day.ToString(CultureInfo.InvariantCulture),
    };

    public DateOnly? ToDate() => DateText.Compose(Year, Month, Day)
        // A whole date pasted into the first box is understood.
        ?? (string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Day) ? DateText.Parse(Year) : null);
}
