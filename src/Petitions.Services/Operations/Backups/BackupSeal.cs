using System.Security.Cryptography;
using Petitions.Services.Sealing;

namespace Petitions.Services.Operations.Backups;

/// <summary>
/// A backup file: a line that says what it is, a salt, then one sealed stream under a key of this file alone, made from
/// the backup key and the salt. The stream is sealed as attachments are (docs/decisions/0005, 0011).
/// </summary>
internal static class BackupSeal
{
    private const int SaltLength = 32;

    private static ReadOnlySpan<byte> Magic => "PETITIONS-BACKUP-1\n"u8;

    public static SealingWriter Begin(Stream target, byte[] key)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        target.Write(Magic);
        target.Write(salt);
        return new SealingWriter(target, KeyOf(key, salt));
    }

    /// <exception cref="InvalidDataException">When the file is no backup.</exception>
    public static async Task<OpeningStream> OpenAsync(Stream source, byte[] key, CancellationToken ct)
    {
        var head = new byte[Magic.Length + SaltLength];
        if (await source.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct) < head.Length || !head.AsSpan().StartsWith(Magic))
        {
            throw new InvalidDataException("The file is no backup of this portal.");
        }

        return new OpeningStream(source, KeyOf(key, head[Magic.Length..]));
    }

    private static byte[] KeyOf(byte[] key, byte[] salt) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, SealedFormat.KeyLength, salt);
}
