using System.Globalization;
using System.Text;

namespace Petitions.Web.Forms;

/// <summary>
/// Understands dates as people write them: 2026-1-5, 2026/1/5, 2026.1.5, 20260105 and with the Chinese words between. Years
/// nobody means (0206, 9999) are no dates: clocks counted from them would leave the calendar.
/// </summary>
public static class DateText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    public static DateOnly? Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 40)
            return null;
        var text = typed.Normalize(NormalizationForm.FormKC).Trim();
        if (text.Length == 8 && text.All(char.IsAsciiDigit))
            return Compose(text[..4], text[4..6], text[6..]);
        var numbers = text.Split(text.Where(c => !char.IsAsciiDigit(c)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries);
        return numbers is [var year, var month, var day] ? Compose(year, month, day) : null;
    }

    public static DateOnly? Compose(string? year, string? month, string? day) =>
        Number(year) is { } y and >= FirstYear and <= LastYear && Number(month) is { } m and >= 1 and <= 12
        && Number(day) is { } d && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;

    private static int? Number(string? typed) =>
        int.TryParse(typed?.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
