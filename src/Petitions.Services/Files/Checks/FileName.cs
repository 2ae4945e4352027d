using System.Globalization;
using System.Text;

namespace Petitions.Services.Files.Checks;

/// <summary>The name as typed, cleaned for showing. It never becomes a path.</summary>
public static class FileName
{
    public const int Max = 120;
    private const string Reserved = "\"*:<>?|/\\";

    /// <summary>Last part of a path, without control and direction characters, cut in the middle so that the ending stays.</summary>
    public static string Clean(string? typed)
    {
        var last = (typed ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder();
        foreach (var rune in last.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var hidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (!hidden)
            {
                clean.Append(rune.Value < 128 && Reserved.Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
            }
        }

        var name = clean.ToString().Trim(' ', '.');
        var ending = Path.GetExtension(name);
        return name.Length == 0 ? "file"
            : name.Length <= Max ? name
            : Cut(name[..^ending.Length], Max - Math.Min(ending.Length, 10) - 1) + "\u2026" + (ending.Length <= 10 ? ending : "");
    }

    private static string Cut(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
}
