using System.Text;

namespace Petitions.Domain.People;

/// <summary>Names of persons and units: how long they may be and how two spellings are compared.</summary>
public static class PersonName
{
    /// <summary>Longest name in UTF-16 units as stored; a form allows 50 text elements (rare characters take two units).</summary>
    public const int Max = 120;

    public const int MaxElements = 50;

    /// <summary>Compared form: NFKC, upper case, without white space and name dots. Empty names have an empty key.</summary>
    public static string Key(string? name) => new([.. (name ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant()
        .Where(c => !char.IsWhiteSpace(c) && c is not ('·' or '・' or '•' or '.' or '‧'))]);

    /// <summary>Length as a reader counts it.</summary>
    public static int Elements(string text) => TextLength.Elements(text);
}
