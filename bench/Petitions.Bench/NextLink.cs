using System.Net;
using System.Text.RegularExpressions;

namespace Petitions.Bench;

/// <summary>Addresses out of a page, as a person would follow them.</summary>
public static partial class NextLink
{
    /// <summary>The link of a list to its next rows, or null at the end.</summary>
    public static string? In(string html) => After().Match(html) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    /// <summary>The first case a list leads to.</summary>
    public static string? Case(string html) => Number().Match(html) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>The first row a list leads to, whatever its rows are numbered by; null when it is empty.</summary>
    /// <param name="html">The list.</param>
    /// <param name="list">Its address; rows lie below it.</param>
    public static string? Row(string html, string list) =>
        Below().Matches(html).Select(found => found.Groups[1].Value).FirstOrDefault(address => address.StartsWith(list.Split('?')[0] + "/", StringComparison.Ordinal));

    [GeneratedRegex("href=\"(/[a-z/-]+/(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}))[\"?]")]
    private static partial Regex Below();

    [GeneratedRegex("href=\"([^\"]*[?&;]after=[^\"]*)\"")]
    private static partial Regex After();

    [GeneratedRegex("href=\"(/cases/[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4})[\"?]")]
    private static partial Regex Number();
}
