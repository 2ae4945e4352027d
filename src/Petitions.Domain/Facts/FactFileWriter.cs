using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Petitions.Domain.Facts;

/// <summary>
/// Writes the export: JSON Lines, UTF-8, each line canonical JSON ended by a line feed. Order: header, public keys, roots,
/// then each chain with its head first, and an end line with the number of lines and the SHA-256 of all before it
/// (docs/facts.md). Erasable texts are not part of it.
/// </summary>
public sealed class FactFileWriter(Stream stream) : IDisposable
{
    public const string Format = "petitions-facts";
    public const int Version = 1;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int lines;

    public Task HeaderAsync(DateTime at, CancellationToken ct) => LineAsync(new()
    {
        ["type"] = "header",
        ["format"] = Format,
        ["version"] = Version,
        ["at"] = CanonicalJson.Time(at),
    }, ct);

    public Task KeyAsync(string id, string pem, CancellationToken ct) => LineAsync(new() { ["type"] = "key", ["id"] = id, ["pem"] = pem }, ct);

    public Task RootAsync(RootCopy root, CancellationToken ct) => LineAsync(new() { ["type"] = "root", ["text"] = root.ToText() }, ct);

    public async Task ChainAsync(ChainCopy chain, CancellationToken ct)
    {
        if (chain.Head is { } head)
        {
            await LineAsync(new()
            {
                ["type"] = "head",
                ["subject"] = chain.Subject.ToString(),
                ["subjectId"] = chain.SubjectId.ToString("D"),
                ["seq"] = head.Seq,
                ["hash"] = Convert.ToHexStringLower(head.Hash),
                ["signature"] = Convert.ToHexStringLower(head.Signature),
                ["keyId"] = head.KeyId,
            }, ct);
        }

        foreach (var line in chain.Lines)
        {
            await LineAsync(new() { ["type"] = "fact", ["line"] = line.Line.Canonical(), ["hash"] = Convert.ToHexStringLower(line.Hash) }, ct);
        }
    }

    public async Task EndAsync(CancellationToken ct)
    {
        var sum = Convert.ToHexStringLower(hash.GetCurrentHash());
        await LineAsync(new() { ["type"] = "end", ["lines"] = lines, ["sha256"] = sum }, ct);
        await stream.FlushAsync(ct);
    }

    public void Dispose() => hash.Dispose();

    private async Task LineAsync(JsonObject values, CancellationToken ct)
    {
        var bytes = Encoding.UTF8.GetBytes(CanonicalJson.Write(values) + "\n");
        hash.AppendData(bytes);
        lines++;
        await stream.WriteAsync(bytes, ct);
    }
}
