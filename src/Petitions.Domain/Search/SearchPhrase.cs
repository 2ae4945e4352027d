using System.Text;

namespace Petitions.Domain.Search;

/// <summary>One phrase of a query: what an index is asked, and the exact test of a text.</summary>
public sealed record SearchPhrase
{
    private SearchPhrase(string norm)
    {
        var runs = SearchText.Runs(norm);
        var lastIsHan = SearchText.IsHan(runs[^1]);
        var keys = new List<int>();
        var tokens = new List<string>();
        for (var i = 0; i < runs.Length; i++)
        {
            // The text may go on after the last character of the query: there it is no end of a run.
            var ends = i < runs.Length - 1;
            var single = runs[i].EnumerateRunes().Count() == 1;
            if (ends || !lastIsHan || !single)
            {
                SearchKeys.Add(keys, runs[i], ends);
            }

            tokens.AddRange(SearchTokens.OfRun(runs[i], ends || (lastIsHan && single)));
        }

        Keys = [.. keys.Distinct()];
        Tokens = tokens;
        EndsInSingle = lastIsHan && runs[^1].EnumerateRunes().Count() == 1;
        IsPair = runs is [var only] && lastIsHan && only.EnumerateRunes().Count() == 2 && only.EnumerateRunes().All(SearchKeys.IsExact);
        Part = norm[(SearchText.IsHan(runs[0]) ? 1 : 0)..^(lastIsHan ? 1 : 0)];
    }

    /// <summary>All of them stand in every text that holds the phrase.</summary>
    public IReadOnlyList<int> Keys { get; }

    /// <summary>In a text that holds the phrase these follow each other.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>The last token is one Chinese character and may go on.</summary>
    public bool EndsInSingle { get; }

    /// <summary>Two Chinese characters whose key says it all.</summary>
    public bool IsPair { get; }

    /// <summary>What a normal form holds; a space only beside a word, so that 88 is not found in 188. No character in it means anything to LIKE.</summary>
    public string Part { get; }

    /// <summary>One Chinese character: no index helps to find it.</summary>
    public bool IsSingle => Keys.Count == 0;

    /// <summary>Null when nothing in it can be searched.</summary>
    public static SearchPhrase? Of(string typed) => SearchText.Norm(typed) is { Length: > 0 } norm ? new SearchPhrase(norm) : null;

    public bool Matches(string norm) => norm.Contains(Part, StringComparison.Ordinal);
}
