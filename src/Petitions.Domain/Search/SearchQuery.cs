namespace Petitions.Domain.Search;

/// <summary>What somebody looks for: phrases between white space, each as it stands, all of them.</summary>
public sealed record SearchQuery(IReadOnlyList<SearchPhrase> Phrases)
{
    /// <summary>Longest query in characters; the rest is cut.</summary>
    public const int Max = 100;

    public const int PhrasesMax = 8;

    /// <summary>Only single Chinese characters: the newest texts are walked, not all.</summary>
    public bool IsWalk => Phrases.All(phrase => phrase.IsSingle);

    /// <summary>Null when nothing in it can be searched.</summary>
    public static SearchQuery? Of(string? typed)
    {
        var cut = (typed ?? "").Trim();
        var phrases = (cut.Length > Max ? cut[..Max] : cut).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(SearchPhrase.Of).OfType<SearchPhrase>().DistinctBy(phrase => phrase.Part).Take(PhrasesMax).ToList();
        return phrases.Count == 0 ? null : new SearchQuery(phrases);
    }

    public bool Matches(string norm) => Phrases.All(phrase => phrase.Matches(norm));
}
