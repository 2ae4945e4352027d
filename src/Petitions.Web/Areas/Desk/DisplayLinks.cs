using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Petitions.Data.Keys;

namespace Petitions.Web.Areas.Desk;

/// <summary>
/// The signed address of a calling screen (architecture.md section 7): 128 bits of a keyed hash of the point. A display
/// shows numbers only, so the link opens nothing a person in the hall does not see.
/// </summary>
public sealed class DisplayLinks(KeyRing keys)
{
    private const int KeyLength = 16;

    public string KeyOf(string servicePoint) => WebEncoders.Base64UrlEncode(Bytes(servicePoint));

    public bool Opens(string servicePoint, string? key) =>
        key is { Length: > 0 and < 64 } && TryDecode(key) is { } given && CryptographicOperations.FixedTimeEquals(given, Bytes(servicePoint));

    /// <summary>The secret part of a slip's link; null when it can be none.</summary>
    public static byte[]? TryDecode(string key)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(key) is { Length: KeyLength } bytes ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private byte[] Bytes(string servicePoint) => HMACSHA256.HashData(keys.CodeKey, Encoding.UTF8.GetBytes("display|" + servicePoint))[..KeyLength];
}
