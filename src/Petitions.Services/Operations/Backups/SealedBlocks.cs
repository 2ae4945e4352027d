using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Petitions.Services.Operations.Backups;

/// <summary>
/// How a sealed stream is cut: magic, salt, then blocks of at most a megabyte, each AES-256-GCM under a key of its own
/// stream, numbered, the last one marked: nothing can be changed, swapped or cut off unseen.
/// </summary>
internal sealed class SealedBlocks : IDisposable
{
    public const int BlockMax = 1024 * 1024;
    public const int TagLength = 16;
    public const int SaltLength = 32;
    public static readonly byte[] Magic = "PETITIONS-BACKUP-1\n"u8.ToArray();

    private readonly AesGcm aes;
    private ulong number;

    public SealedBlocks(byte[] key, byte[] salt) =>
        aes = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, salt), TagLength);

    public void Seal(ReadOnlySpan<byte> plain, Span<byte> cipher, Span<byte> tag, bool last) => aes.Encrypt(Nonce(), plain, cipher, tag, [last ? (byte)1 : (byte)0]);

    /// <exception cref="CryptographicException">When the block was changed, moved, or the key is another.</exception>
    public void Open(ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag, Span<byte> plain, bool last) => aes.Decrypt(Nonce(), cipher, tag, plain, [last ? (byte)1 : (byte)0]);

    public void Dispose() => aes.Dispose();

    private byte[] Nonce()
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteUInt64BigEndian(nonce.AsSpan(4), number++);
        return nonce;
    }
}
