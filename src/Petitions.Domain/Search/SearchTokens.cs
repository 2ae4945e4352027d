using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Petitions.Domain.Search;

/// <summary>
/// The same pieces as <see cref="SearchKeys"/> as ASCII words in their order, for an index that knows positions. Each
/// Chinese character starts exactly one of them, six hexadecimal digits a character, so its tokenizer has nothing to decide.
/// </summary>
public static class SearchTokens
{
    private const int LongestWord = 96;

    /// <summary>All tokens of a normal form, spaces between.</summary>
    public static string Of(string norm)
    {
        var tokens = new StringBuilder(norm.Length * 8);
        foreach (var run in SearchText.Runs(norm))
        {
            foreach (var token in OfRun(run, withLast: true))
            {
                tokens.Append(token).Append(' ');
            }
        }

        return tokens.ToString();
    }

    internal static IEnumerable<string> OfRun(string run, bool withLast)
    {
        if (!SearchText.IsHan(run))
        {
            yield return Word(run);
            yield break;
        }

        string? before = null;
        foreach (var rune in run.EnumerateRunes())
        {
            var code = rune.Value.ToString("x6", CultureInfo.InvariantCulture);
            if (before is not null)
            {
                yield return before + code;
            }

            before = code;
        }

        if (withLast)
        {
            yield return before!;
        }
    }

    private static string Word(string run)
    {
        var bytes = Encoding.UTF8.GetBytes(run);
        return bytes.Length <= LongestWord ? "w" + Convert.ToHexStringLower(bytes) : "h" + Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
