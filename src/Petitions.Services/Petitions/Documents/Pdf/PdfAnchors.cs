using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Petitions.Services.Petitions.Documents.Pdf;

/// <summary>
/// On which page the targets of internal links lie, read from a PDF that our own Chromium just made: page tree and named
/// destinations stand in it in the clear. Anything written otherwise gives no pages, never a wrong one.
/// </summary>
public static partial class PdfAnchors
{
    public static IReadOnlyDictionary<string, int> PagesOf(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trees = Tree().Matches(text).ToDictionary(Number, tree => References(tree.Groups["kids"].Value));
        var children = trees.Values.SelectMany(kids => kids).ToHashSet();
        var roots = trees.Keys.Where(tree => !children.Contains(tree)).ToList();
        if (roots.Count != 1)
        {
            return new Dictionary<string, int>();
        }

        var pages = Leaves(roots[0], trees).Select((page, at) => (page, at)).ToDictionary(pair => pair.page, pair => pair.at + 1);
        return Target().Matches(text).Where(target => pages.ContainsKey(Number(target))).DistinctBy(target => target.Groups["name"].Value)
            .ToDictionary(target => target.Groups["name"].Value, target => pages[Number(target)]);
    }

    private static IEnumerable<int> Leaves(int node, Dictionary<int, List<int>> trees) =>
        trees.TryGetValue(node, out var kids) ? kids.SelectMany(kid => Leaves(kid, trees)) : [node];

    private static List<int> References(string kids) => [.. Reference().Matches(kids).Select(Number)];

    private static int Number(Match found) => int.Parse(found.Groups["n"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<n>\d{1,9}) 0 obj\s*<<\s*/Type /Pages\b[^\[\]]{0,200}/Kids \[(?<kids>[0-9R\s]*)\]")]
    private static partial Regex Tree();

    [GeneratedRegex(@"/(?<name>item-\d{1,6}) \[(?<n>\d{1,9}) 0 R /XYZ")]
    private static partial Regex Target();

    [GeneratedRegex(@"(?<n>\d{1,9}) 0 R")]
    private static partial Regex Reference();
}
