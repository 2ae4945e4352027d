namespace Petitions.Domain.Files;

/// <summary>
/// One sealed file in the store (卷宗文件): where it lies, its own key sealed under the installation's column key, and
/// what the plain bytes were. The row is committed after the file is safely on the disk (security.md A4).
/// </summary>
public sealed class StoredFile
{
    public const int StoreNameMax = 64;
    public const int SealedKeyMax = 200;
    public const int Sha256Length = 64;

    private StoredFile()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Random name in the store, <c>yyyy/MM/…</c>; it tells nothing of what is inside.</summary>
    public string StoreName { get; private set; } = "";

    /// <summary>The file's own key, encrypted; the id of the column key stands in front.</summary>
    public string SealedKey { get; private set; } = "";

    /// <summary>Bytes before sealing.</summary>
    public long Length { get; private set; }

    /// <summary>SHA-256 of the plain bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    public DateTime StoredAt { get; private set; }

    public static StoredFile Of(string storeName, string sealedKey, long length, string sha256, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        StoreName = storeName,
        SealedKey = sealedKey,
        Length = length,
        Sha256 = sha256,
        StoredAt = now,
    };
}
