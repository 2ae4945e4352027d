using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Petitions.Domain.Facts;

/// <summary>
/// The root of one day: SHA-256(previous root + UTF-8 text of the day's entries, one a line, sorted, each ended by a line
/// feed). Its entries are the chains that grew since the root before, so the row of roots covers every chain.
/// </summary>
public sealed record RootCopy
{
    public const string First = "0000000000000000000000000000000000000000000000000000000000000000";

    public required DateOnly Day { get; init; }

    /// <summary>Hexadecimal; <see cref="First"/> where there is none before.</summary>
    public required string Previous { get; init; }

    /// <summary>The entries as hashed.</summary>
    public required string Entries { get; init; }

    public required string Root { get; init; }

    public required byte[] Signature { get; init; }

    public required string KeyId { get; init; }

    public static string TextOf(IEnumerable<RootEntry> entries) =>
        string.Concat(entries.Select(entry => entry.ToString()).Order(StringComparer.Ordinal).Select(line => line + "\n"));

    public static string RootOf(string previous, string entries) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(previous), .. Encoding.UTF8.GetBytes(entries)]));

    public static byte[] SignedBytes(DateOnly day, string root) =>
        Encoding.UTF8.GetBytes($"petitions-daily-root-v1|{Iso(day)}|{root}");

    /// <summary>What is posted: five named lines, an empty one, the entries.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture,
        $"day {Iso(Day)}\nroot {Root}\nprevious {Previous}\nkey {KeyId}\nsignature {Convert.ToHexStringLower(Signature)}\n\n{Entries}");

    /// <summary>Reads a posted file; null when it is not one.</summary>
    public static RootCopy? TryParse(string text)
    {
        text = text.ReplaceLineEndings("\n");
        var split = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0)
        {
            return null;
        }

        var named = text[..split].Split('\n').Select(line => line.Split(' ', 2)).Where(pair => pair.Length == 2)
            .GroupBy(pair => pair[0]).ToDictionary(pair => pair.Key, pair => pair.First()[1]);
        try
        {
            return new RootCopy
            {
                Day = DateOnly.ParseExact(named["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                Root = named["root"],
                Previous = named["previous"],
                KeyId = named["key"],
                Signature = Convert.FromHexString(named["signature"]),
                Entries = text[(split + 2)..],
            };
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
