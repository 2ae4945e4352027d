using System.Globalization;
using Petitions.Services.Search;
using Petitions.Web.Areas.Casework.Forms;

namespace Petitions.Web.Areas.Casework.Models;

/// <summary>The search page: what was asked and what was found; null before anything was asked.</summary>
public sealed record SearchPage(SearchForm Form, SearchList? List)
{
    public string? Next => List?.Next is { } number ? "~/search" + Form.Query(("after", number)) : null;

    /// <summary>Rounded up to a minute: the address names no matter's own moment.</summary>
    public string? Further => List?.FurtherBack is { } moment
        ? "~/search" + Form.Query(("before", moment.AddTicks(TimeSpan.TicksPerMinute - 1).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)))
        : null;

    public static DateTime? Before(string? typed) =>
        DateTimeOffset.TryParseExact(typed, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.UtcDateTime : null;
}
