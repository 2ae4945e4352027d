using System.Globalization;
using System.Text.RegularExpressions;

namespace Petitions.Bench;

/// <summary>What the pages of a hall show, read out of their markup; a test holds it against the real pages.</summary>
public static partial class LiveSigns
{
    /// <summary>On a phone whose turn it is, or whose visit is over, nobody is ahead any more.</summary>
    public const int Called = -1;

    /// <summary>Numbers of the tickets a calling screen shows as called.</summary>
    public static IEnumerable<int> OfScreen(string html) => Numbers(Call(), html);

    /// <summary>Numbers of the tickets a desk's queue shows at other counters.</summary>
    public static IEnumerable<int> OfQueue(string html) => Numbers(AtCounter(), html);

    /// <summary>How many are ahead on the (English) page of a waiting phone.</summary>
    public static IEnumerable<int> OfPhone(string html)
    {
        var ahead = Numbers(Ahead(), html).ToList();
        return ahead.Count > 0 || !Panel().IsMatch(html) ? ahead : [Called];
    }

    private static IEnumerable<int> Numbers(Regex where, string html) => where.Matches(html).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("data-pt-call=\"[A-Z]([0-9]+)\"")]
    private static partial Regex Call();

    [GeneratedRegex("<li><a class=\"pt-num\" href=\"[^\"]*/desk/visits/[^\"]*\">[A-Z]([0-9]+)</a>")]
    private static partial Regex AtCounter();

    [GeneratedRegex("<p class=\"pt-panel\">\\s*([0-9]+) before you")]
    private static partial Regex Ahead();

    [GeneratedRegex("<p class=\"pt-panel\">")]
    private static partial Regex Panel();
}
