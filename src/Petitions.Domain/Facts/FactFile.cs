using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Petitions.Domain.Offices;

namespace Petitions.Domain.Facts;

/// <summary>
/// Checks an exported file on any machine: no database, no settings, no service. Keys given by the caller are trusted
/// instead of those in the file, roots kept outside are checked together with the file's own.
/// </summary>
public static class FactFile
{
    /// <param name="file">The export.</param>
    /// <param name="trusted">Public keys (PEM by id) kept outside; null trusts the file's own.</param>
    /// <param name="posted">Roots that were posted.</param>
    public static async Task<VerificationResult> VerifyAsync(
        Stream file, IReadOnlyDictionary<string, string>? trusted, IReadOnlyCollection<RootCopy> posted, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: false);
        var reading = new Reading(trusted, posted);
        var lines = 0;
        var ended = false;
        while (await reader.ReadLineAsync(ct) is { } text)
        {
            if (ended || !TryRead(text, out var values))
            {
                reading.Damaged(lines + 1);
            }
            else if (Text(values, "type") == "end")
            {
                ended = true;
                if (Number(values, "lines") != lines || Text(values, "sha256") != Convert.ToHexStringLower(hash.GetCurrentHash()))
                {
                    reading.Damaged(lines + 1);
                }
            }
            else if (!reading.Take(values))
            {
                reading.Damaged(lines + 1);
            }

            hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
            lines++;
        }

        if (!ended)
        {
            reading.Damaged(lines);
        }

        return reading.Finish();
    }

    private static bool TryRead(string text, out JsonObject values)
    {
        values = [];
        try
        {
            if (JsonNode.Parse(text) is not JsonObject read)
            {
                return false;
            }

            values = read;
            return CanonicalJson.Write(read) == text;
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static string? Text(JsonObject values, string name) =>
        values[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int? Number(JsonObject values, string name) =>
        values[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private sealed class Reading(IReadOnlyDictionary<string, string>? trusted, IReadOnlyCollection<RootCopy> posted)
    {
        private readonly Dictionary<string, string> keys = trusted?.ToDictionary() ?? [];
        private readonly List<RootCopy> roots = [];
        private readonly List<ChainFinding> early = [];
        private ChainVerifier? verifier;
        private PublicKeys? publicKeys;
        private (FactSubject Subject, Guid Id)? chain;
        private HeadCopy? head;
        private List<ChainLine> lines = [];

        public bool Take(JsonObject values)
        {
            try
            {
                return Text(values, "type") switch
                {
                    "header" => Text(values, "format") == FactFileWriter.Format && Number(values, "version") == FactFileWriter.Version,
                    "key" => TakeKey(Text(values, "id")!, Text(values, "pem")!),
                    "root" => TakeRoot(Text(values, "text")!),
                    "head" => TakeHead(values),
                    "fact" => TakeFact(values),
                    _ => false,
                };
            }
            catch (Exception wrong) when (wrong is ArgumentException or FormatException or JsonException or InvalidOperationException)
            {
                return false;
            }
        }

        public void Damaged(int line)
        {
            if (early.Count == 0)
            {
                early.Add(new ChainFinding(FindingKind.FileDamaged) { Seq = line });
            }
        }

        public VerificationResult Finish()
        {
            Close();
            var found = Verifier();
            early.ForEach(found.Add);
            var result = found.Finish(all: true);
            publicKeys!.Dispose();
            return result;
        }

        private ChainVerifier Verifier()
        {
            publicKeys ??= new PublicKeys(keys);
            return verifier ??= new ChainVerifier(publicKeys, [.. roots, .. posted]);
        }

        private bool TakeKey(string id, string pem)
        {
            if (trusted is null)
            {
                using var tried = new PublicKeys([new(id, pem)]);
                keys[id] = pem;
            }

            return true;
        }

        private bool TakeRoot(string text)
        {
            var root = RootCopy.TryParse(text);
            if (root is not null)
            {
                roots.Add(root);
            }

            return root?.ToText() == text;
        }

        private bool TakeHead(JsonObject values)
        {
            Open(Enum.Parse<FactSubject>(Text(values, "subject")!), Guid.ParseExact(Text(values, "subjectId")!, "D"));
            head = new HeadCopy(Number(values, "seq")!.Value, Convert.FromHexString(Text(values, "hash")!), Convert.FromHexString(Text(values, "signature")!), Text(values, "keyId")!);
            return true;
        }

        private bool TakeFact(JsonObject values)
        {
            var canonical = Text(values, "line")!;
            var line = FactLine.Parse(canonical);
            Open(line.Subject, line.SubjectId);
            lines.Add(new ChainLine(line, Convert.FromHexString(Text(values, "hash")!)));
            return line.Canonical() == canonical;
        }

        private void Open(FactSubject subject, Guid id)
        {
            if (chain != (subject, id))
            {
                Close();
                chain = (subject, id);
            }
        }

        private void Close()
        {
            if (chain is { } key)
            {
                Verifier().Check(new ChainCopy(key.Subject, key.Id, head, lines));
            }

            (chain, head, lines) = (null, null, []);
        }
    }
}
