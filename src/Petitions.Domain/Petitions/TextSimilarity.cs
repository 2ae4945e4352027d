using System.Text;

namespace Petitions.Domain.Petitions;

/// <summary>How alike two texts are: shared pairs of neighbouring characters among all of both (Jaccard; quota SIMILARITY_JACCARD).</summary>
public static class TextSimilarity
{
    /// <summary>From 0 to 1. Case, width, white space and punctuation do not count; texts without a pair are never alike.</summary>
    public static decimal Of(string one, string other)
    {
        var (left, right) = (Pairs(one), Pairs(other));
        if (left.Count == 0 || right.Count == 0)
        {
            return 0;
        }

        var shared = left.Count(right.Contains);
        return decimal.Round((decimal)shared / (left.Count + right.Count - shared), 2);
    }

    private static HashSet<(int First, int Second)> Pairs(string text)
    {
        var pairs = new HashSet<(int First, int Second)>();
        var before = 0;
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            if (before != 0)
            {
                pairs.Add((before, rune.Value));
            }

            before = rune.Value;
        }

        return pairs;
    }
}
