using Microsoft.AspNetCore.WebUtilities;

namespace Petitions.Web.Areas.Desk;

/// <summary>The secret part of an address: 128 random bits, of a slip's place in line or of a device of the hall.</summary>
internal static class SecretLink
{
    private const int KeyLength = 16;

    public static string Encode(byte[] secret) => WebEncoders.Base64UrlEncode(secret);

    /// <summary>Null when it can be none.</summary>
    public static byte[]? TryDecode(string? key)
    {
        try
        {
            return key is { Length: > 0 and < 64 } && WebEncoders.Base64UrlDecode(key) is { Length: KeyLength } bytes ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
