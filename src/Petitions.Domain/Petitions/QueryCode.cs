using System.Security.Cryptography;
using System.Text;

namespace Petitions.Domain.Petitions;

/// <summary>
/// The secret that opens a matter to its petitioner: 12 characters (59 bits). Derived by HMAC-SHA-256 from the
/// installation's code key and the submission key, so a repeated submission shows the same receipt; stored hashed only.
/// </summary>
public sealed record QueryCode
{
    public const int Length = 12;

    private QueryCode(string plain) => Plain = plain;

    /// <summary>Without separators.</summary>
    public string Plain { get; }

    public static QueryCode Derive(byte[] codeKey, Guid submissionKey) =>
        new(PublicAlphabet.FromBytes(HMACSHA256.HashData(codeKey, submissionKey.ToByteArray()).AsSpan(0, 15), Length));

    /// <summary>Accepts any case, with or without separators; null when it cannot be a code.</summary>
    public static QueryCode? TryParse(string? typed)
    {
        var plain = PublicAlphabet.Normalise(typed);
        return plain?.Length == Length ? new QueryCode(plain) : null;
    }

    /// <summary>Keyed hash as stored.</summary>
    public byte[] Hash(byte[] codeKey) => HMACSHA256.HashData(codeKey, Encoding.ASCII.GetBytes("query-code|" + Plain));

    public override string ToString() => PublicAlphabet.Grouped(Plain);
}
