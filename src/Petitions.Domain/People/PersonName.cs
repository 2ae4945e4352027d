using System.Globalization;
using System.Text;

namespace Petitions.Domain.People;

/// <summary>Names of persons and units: how long they may be and how two spellings are compared.</summary>
public static class PersonName
{
    /// <summary>Longest name in UTF-16 units as stored; a form allows 50 text elements (rare characters take two units).</summary>
    public const int Max = 120;

    public const int MaxElements = 50;

    /// <summary>Longest <see cref="Order"/>; what a longer name has beyond it does not count.</summary>
    public const int OrderMax = 600;

    private static readonly CompareInfo Chinese = CompareInfo.GetCompareInfo("zh-Hans");

    /// <summary>Compared form: NFKC, upper case, without white space and name dots. Empty names have an empty key.</summary>
    public static string Key(string? name) => new([.. (name ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant()
        .Where(c => !char.IsWhiteSpace(c) && c is not ('·' or '・' or '•' or '.' or '‧'))]);

    /// <summary>
    /// Where the name stands in a Chinese list: by pinyin, as hexadecimal text that sorts the same in every database.
    /// A name keeps the key it was stored with when a newer library orders a little differently.
    /// </summary>
    public static string Order(string name)
    {
        var key = Convert.ToHexString(Chinese.GetSortKey(name).KeyData);
        return key.Length > OrderMax ? key[..OrderMax] : key;
    }

    /// <summary>Length as a reader counts it.</summary>
    public static int Elements(string text) => TextLength.Elements(text);
}
