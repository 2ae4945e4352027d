using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Petitions;

/// <summary>What the petitioner filed, word for word, and the receipt hash over it. It never changes afterwards.</summary>
public sealed record FiledContent(
    string Number, DateTime ReceivedAt, string Title, string Text, string Request, IReadOnlyList<string> Respondents)
{
    public const int SaltLength = 16;
    private const int WithFiles = 2;

    /// <summary>SHA-256 of the files filed with it, in order.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>
    /// SHA-256(salt + canonical JSON), lower-case hexadecimal. The salt stands on the receipt, so the holder can
    /// recompute it and nobody can guess the content from the hash.
    /// </summary>
    public string Hash(byte[] salt)
    {
        var json = new JsonObject
        {
            ["number"] = Number,
            ["receivedAt"] = CanonicalJson.Time(ReceivedAt),
            ["title"] = Title,
            ["text"] = Text,
            ["request"] = Request,
            ["respondents"] = new JsonArray([.. Respondents.Select(name => JsonValue.Create(name))]),
        };
        // Receipts without files keep the first form, so every receipt handed out before stays true.
        if (Files.Count > 0)
        {
            json["version"] = WithFiles;
            json["files"] = new JsonArray([.. Files.Select(digest => JsonValue.Create(digest))]);
        }

        return Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(CanonicalJson.Write(json))]));
    }
}
