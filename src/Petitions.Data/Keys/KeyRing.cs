using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Petitions.Data.Keys;

/// <summary>
/// The installation's keys, read from a folder outside the database and never part of a backup: chain signing (ECDSA
/// P-256), query codes, blind indexes and columns (32 random bytes each). A key's id is the rest of its file name.
/// </summary>
public sealed class KeyRing : IDisposable
{
    private readonly Dictionary<string, ECDsa> signingKeys = [];
    private readonly Dictionary<string, byte[]> secrets = [];

    // A key object serves one thread at a time: as many copies of the newest one as sign at once, instead of a queue.
    private readonly ConcurrentBag<ECDsa> signers = [];

    private ECParameters newest;

    private KeyRing()
    {
    }

    public string SigningKeyId { get; private set; } = "";

    public string ColumnKeyId { get; private set; } = "";

    public byte[] CodeKey { get; private set; } = [];

    public byte[] BlindIndexKey { get; private set; } = [];

    /// <summary>Public halves of all signing keys, as PEM by key id.</summary>
    public IReadOnlyDictionary<string, string> PublicKeys =>
        signingKeys.ToDictionary(pair => pair.Key, pair => pair.Value.ExportSubjectPublicKeyInfoPem());

    /// <summary>Reads the folder. The newest id by name is used for new rows; older ones stay readable.</summary>
    /// <exception cref="InvalidOperationException">When a kind of key is missing.</exception>
    public static KeyRing Load(string folder)
    {
        var ring = new KeyRing();
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name.StartsWith("sign-", StringComparison.Ordinal))
            {
                var key = ECDsa.Create();
                key.ImportFromPem(File.ReadAllText(file));
                ring.signingKeys[name] = key;
                ring.SigningKeyId = name;
            }
            else if (Path.GetExtension(file) == ".key")
            {
                ring.secrets[name] = Convert.FromBase64String(File.ReadAllText(file).Trim());
            }
        }

        ring.ColumnKeyId = ring.Newest("column-");
        ring.CodeKey = ring.secrets[ring.Newest("code-")];
        ring.BlindIndexKey = ring.secrets[ring.Newest("blind-")];
        ring.newest = ring.signingKeys.Count > 0 ? ring.signingKeys[ring.SigningKeyId].ExportParameters(includePrivateParameters: true) : throw Missing("sign-");
        return ring;
    }

    /// <summary>Makes what is missing, readable by the owner only. Used in Development and by <c>create-keys</c>.</summary>
    public static void CreateMissing(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var kind in (string[])["code-", "blind-", "column-"])
        {
            if (Directory.GetFiles(folder, kind + "*").Length == 0)
            {
                Write(Path.Combine(folder, kind + "1.key"), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            }
        }

        if (Directory.GetFiles(folder, "sign-*").Length == 0)
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            Write(Path.Combine(folder, "sign-1.pem"), key.ExportPkcs8PrivateKeyPem());
        }
    }

    public byte[] ColumnKey(string keyId) => secrets.TryGetValue(keyId, out var key)
        ? key
        : throw new InvalidOperationException($"Column key {keyId} is not in the key folder.");

    /// <summary>ECDSA P-256 with SHA-256, IEEE P1363 form.</summary>
    public (byte[] Signature, string KeyId) Sign(byte[] data)
    {
        if (!signers.TryTake(out var signer))
        {
            signer = ECDsa.Create(newest);
        }

        try
        {
            return (signer.SignData(data, HashAlgorithmName.SHA256), SigningKeyId);
        }
        finally
        {
            signers.Add(signer);
        }
    }

    public void Dispose()
    {
        foreach (var key in signingKeys.Values.Concat(signers))
        {
            key.Dispose();
        }
    }

    private string Newest(string kind) =>
        secrets.Keys.Where(name => name.StartsWith(kind, StringComparison.Ordinal)).Order(StringComparer.Ordinal).LastOrDefault() ?? throw Missing(kind);

    private static InvalidOperationException Missing(string kind) => new($"No key '{kind}*' in the key folder (setting Keys:Path).");

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
