using System.Globalization;
using System.Text;

namespace Petitions.Domain;

/// <summary>A date as a person remembers and writes it: year, month, day in that order, with any separator.</summary>
public static class RememberedDate
{
    /// <summary>Understands 2026-1-5, 2026/1/5, 2026.1.5 and the Chinese form with year, month and day signs.</summary>
    public static DateOnly? TryParse(string? typed)
    {
        var plain = (typed ?? "").Normalize(NormalizationForm.FormKC).Trim()
            .Replace('\u5e74', '-').Replace('\u6708', '-').Replace('/', '-').Replace('.', '-').TrimEnd('\u65e5', '\u53f7');
        var parts = plain.Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 3 ? FromParts(parts[0], parts[1], parts[2]) : null;
    }

    public static DateOnly? FromParts(string? year, string? month, string? day) =>
        Number(year, 4) is { } y && Number(month, 2) is { } m && Number(day, 2) is { } d
        && y is >= 1900 and <= 2999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;

    private static int? Number(string? text, int digits) =>
        text is { Length: > 0 } && text.Length <= digits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
