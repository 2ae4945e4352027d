using System.Text;

namespace Petitions.Domain.Search;

/// <summary>
/// The keys of a text for an index of numbers: two Chinese characters in a row, the last one of a run alone, words.
/// A pair of 3400..9FFF is exact; words and rarer characters are hashed into 10000..3300FFFF, where no exact key lies.
/// The numbers stand in indexes: a change of this class asks for a rebuild.
/// </summary>
public static class SearchKeys
{
    private const uint FirstHash = 0x10000;
    private const uint Hashes = 0x33010000 - FirstHash;

    /// <summary>All keys of a normal form, each once.</summary>
    public static IReadOnlyList<int> Of(string norm)
    {
        var keys = new HashSet<int>();
        foreach (var run in SearchText.Runs(norm))
        {
            Add(keys, run, withLast: true);
        }

        return [.. keys];
    }

    /// <summary>The month of a day: below zero, where no other key lies. A later month has a lower key.</summary>
    public static int Month(DateOnly day) => -((day.Year * 12) + day.Month);

    internal static void Add(ICollection<int> keys, string run, bool withLast)
    {
        if (!SearchText.IsHan(run))
        {
            keys.Add(Hash(run, 'w'));
            return;
        }

        Rune? before = null;
        foreach (var rune in run.EnumerateRunes())
        {
            if (before is { } first)
            {
                keys.Add(Pair(first, rune));
            }

            before = rune;
        }

        if (withLast)
        {
            keys.Add(IsExact(before!.Value) ? before.Value.Value : Hash(before.Value.ToString(), '1'));
        }
    }

    /// <summary>Whether a key says for certain that the character stands there.</summary>
    internal static bool IsExact(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF;

    private static int Pair(Rune first, Rune second) =>
        IsExact(first) && IsExact(second) ? unchecked((first.Value << 16) | second.Value) : Hash(first.ToString() + second, '2');

    // FNV-1a with a last mixing, the same in every version and on every machine.
    private static int Hash(string text, char kind)
    {
        var hash = unchecked((2166136261u ^ kind) * 16777619u);
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ (byte)unit) * 16777619u);
            hash = unchecked((hash ^ (byte)(unit >> 8)) * 16777619u);
        }

        hash ^= hash >> 15;
        hash = unchecked(hash * 0x2C1B3C6Du);
        hash ^= hash >> 12;
        return (int)(FirstHash + (hash % Hashes));
    }
}
