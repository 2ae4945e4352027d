using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Petitions.Services.Sealing;

/// <summary>
/// How a sealed stream looks, of an attachment and of a backup alike: four letters, then chunks of 64 KB, each AES-256-GCM
/// under a key used for this stream alone. The nonce is the chunk's number and whether it is the last, so chunks cannot be
/// cut off, moved or repeated unseen (docs/decisions/0005).
/// </summary>
internal static class SealedFormat
{
    public const int ChunkLength = 64 * 1024;
    public const int TagLength = 16;
    public const int KeyLength = 32;
    private const int NonceLength = 12;

    public static ReadOnlySpan<byte> Mark => "PTS1"u8;

    public static void Seal(AesGcm aes, uint number, bool last, ReadOnlySpan<byte> plain, Span<byte> target)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        Write(nonce, number, last);
        aes.Encrypt(nonce, plain, target[..plain.Length], target.Slice(plain.Length, TagLength));
    }

    /// <exception cref="CryptographicException">When the chunk was changed, moved, or is not the one that belongs here.</exception>
    public static void Open(AesGcm aes, uint number, bool last, ReadOnlySpan<byte> stored, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        Write(nonce, number, last);
        var length = stored.Length - TagLength;
        if (length < 0)
        {
            throw new CryptographicException("The file was cut short.");
        }

        aes.Decrypt(nonce, stored[..length], stored[length..], plain[..length]);
    }

    private static void Write(Span<byte> nonce, uint number, bool last)
    {
        nonce.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(nonce[4..], number);
        nonce[NonceLength - 1] = last ? (byte)1 : (byte)0;
    }
}
