using System.Globalization;
using System.Text;

namespace Petitions.Domain.Search;

/// <summary>
/// The normal form in which texts are searched: NFKC, lower case, runs of Chinese characters and runs of other letters
/// and digits ("words") with one space between runs and at both ends; everything else is a break. Both database engines
/// use this one class, so that they find the same.
/// </summary>
public static class SearchText
{
    /// <summary>Empty when nothing is left that can be searched.</summary>
    public static string Norm(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var normal = new StringBuilder(text.Length + 16);
        var last = SearchCharacter.Break;
        foreach (var rune in Compatible(text).EnumerateRunes())
        {
            var kind = KindOf(rune);
            if (kind == SearchCharacter.Nothing)
            {
                continue;
            }

            if (kind != last && (kind == SearchCharacter.Break || last == SearchCharacter.Break || normal.Length > 0))
            {
                Space(normal);
            }

            if (kind != SearchCharacter.Break)
            {
                normal.Append(rune.ToString());
            }

            last = kind;
        }

        Space(normal);
        return normal.Length > 1 ? normal.ToString() : "";
    }

    /// <summary>The runs of a normal form in their order.</summary>
    public static string[] Runs(string norm) => norm.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a run is of Chinese characters.</summary>
    public static bool IsHan(string run) => Rune.DecodeFromUtf16(run, out var first, out _) == System.Buffers.OperationStatus.Done && KindOf(first) == SearchCharacter.Han;

    internal static SearchCharacter KindOf(Rune rune)
    {
        // Radicals, 々〆〇〻, the blocks of Han characters, and private use, where rare names of old systems stand.
        if (rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x2E80 and <= 0x2FDF) or (>= 0x3005 and <= 0x3007) or 0x303B
            or (>= 0xE000 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFD) or >= 0xF0000)
        {
            return SearchCharacter.Han;
        }

        return rune switch
        {
            // Variation selectors and what nobody sees change no word.
            { Value: (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) } => SearchCharacter.Nothing,
            _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format => SearchCharacter.Nothing,
            _ when Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => SearchCharacter.Word,
            _ => SearchCharacter.Break,
        };
    }

    /// <summary>NFKC in lower case. Half a character, as a cut text may end in, would stop the normalizer.</summary>
    internal static string Compatible(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
    }

    private static void Space(StringBuilder normal)
    {
        if (normal.Length == 0 || normal[^1] != ' ')
        {
            normal.Append(' ');
        }
    }
}
