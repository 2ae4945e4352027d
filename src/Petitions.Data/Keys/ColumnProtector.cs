using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Petitions.Domain.People;

namespace Petitions.Data.Keys;

/// <summary>Encrypts single columns (AES-256-GCM, key id in front) and makes keyed blind indexes for exact look-up.</summary>
public sealed class ColumnProtector(KeyRing keys)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary><c>keyId:base64(nonce | tag | cipher)</c>.</summary>
    public string Protect(string plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        var bytes = Encoding.UTF8.GetBytes(plain);
        var cipher = new byte[bytes.Length];
        var tag = new byte[TagLength];
        using var aes = new AesGcm(keys.ColumnKey(keys.ColumnKeyId), TagLength);
        aes.Encrypt(nonce, bytes, cipher, tag);
        return $"{keys.ColumnKeyId}:{Convert.ToBase64String([.. nonce, .. tag, .. cipher])}";
    }

    /// <exception cref="CryptographicException">When the value was changed or the key is wrong.</exception>
    public string Unprotect(string stored)
    {
        var split = stored.IndexOf(':', StringComparison.Ordinal);
        var blob = Convert.FromBase64String(stored[(split + 1)..]).AsSpan();
        var plain = new byte[blob.Length - NonceLength - TagLength];
        using var aes = new AesGcm(keys.ColumnKey(stored[..split]), TagLength);
        aes.Decrypt(blob[..NonceLength], blob[(NonceLength + TagLength)..], blob.Slice(NonceLength, TagLength), plain);
        return Encoding.UTF8.GetString(plain);
    }

    public string ProtectBlock(IdentityBlock block) => Protect(JsonSerializer.Serialize(block));

    public IdentityBlock UnprotectBlock(string stored) => JsonSerializer.Deserialize<IdentityBlock>(Unprotect(stored))!;

    /// <summary>HMAC-SHA-256 over kind and value: equal values meet, nothing else is told.</summary>
    public byte[] BlindIndex(string kind, string value) =>
        HMACSHA256.HashData(keys.BlindIndexKey, Encoding.UTF8.GetBytes($"{kind}|{value}"));
}
