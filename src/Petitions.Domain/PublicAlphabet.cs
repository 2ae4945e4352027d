using System.Security.Cryptography;

namespace Petitions.Domain;

/// <summary>The 31 letters and digits people read aloud and type: no 0, 1, O, I, L (domain.md 4.1).</summary>
public static class PublicAlphabet
{
    public const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary><paramref name="count"/> random characters from a cryptographic generator.</summary>
    public static string Random(int count) => RandomNumberGenerator.GetString(Letters, count);

    /// <summary>Maps bytes to characters. 12 characters need 15 bytes: 120 bits spread over 59, so the bias is below 2^-60.</summary>
    public static string FromBytes(ReadOnlySpan<byte> bytes, int count)
    {
        var value = new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new char[count];
        for (var i = 0; i < count; i++)
        {
            value = System.Numerics.BigInteger.DivRem(value, Letters.Length, out var rest);
            text[i] = Letters[(int)rest];
        }

        return new string(text);
    }

    /// <summary>Upper case without spaces and separators, as typed by a person; null when another character remains.</summary>
    public static string? Normalise(string? typed)
    {
        if (typed is null || typed.Length > 64)
        {
            return null;
        }

        var kept = new string([.. typed.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant()
            .Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '‐' or '–' or '—' or '_' or '.' or '·'))]);
        return kept.All(Letters.Contains) ? kept : null;
    }

    /// <summary>Groups of four with hyphens: <c>7K3M-9FTD</c>.</summary>
    public static string Grouped(string text) => string.Join('-', text.Chunk(4).Select(chunk => new string(chunk)));
}
