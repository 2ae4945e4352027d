using System.Security.Cryptography;

namespace Petitions.Domain.Facts;

/// <summary>Public signing keys by id: all that is needed to check heads and roots.</summary>
public sealed class PublicKeys : IDisposable
{
    private readonly Dictionary<string, ECDsa> keys = [];

    /// <exception cref="ArgumentException">When a text is no public key in PEM form.</exception>
    public PublicKeys(IEnumerable<KeyValuePair<string, string>> pems)
    {
        foreach (var (id, pem) in pems)
        {
            var key = ECDsa.Create();
            key.ImportFromPem(pem);
            keys[id] = key;
        }
    }

    /// <summary>False also when the key is not known.</summary>
    public bool Verify(string keyId, byte[] data, byte[] signature) =>
        keys.TryGetValue(keyId, out var key) && key.VerifyData(data, signature, HashAlgorithmName.SHA256);

    public void Dispose()
    {
        foreach (var key in keys.Values)
        {
            key.Dispose();
        }
    }
}
