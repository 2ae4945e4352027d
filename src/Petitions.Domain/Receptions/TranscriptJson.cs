using System.Text.Json;
using System.Text.Json.Nodes;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Receptions;

/// <summary>
/// Rows of a transcript as one text. They are written, read back, signed and printed together and never alone, so they are
/// one value of their version: the digest and the guard of a signed version hold them without a second table.
/// </summary>
internal static class TranscriptJson
{
    public static string Write<T>(IReadOnlyList<T> rows) => JsonSerializer.Serialize(rows, CanonicalJson.Options);

    /// <summary>A version of before there were rows has none.</summary>
    public static IReadOnlyList<T> Read<T>(string text) => text.Length == 0 ? [] : JsonSerializer.Deserialize<List<T>>(text, CanonicalJson.Options) ?? [];

    /// <summary>For the digest; left out when there are none, so that the digest of an old version stays what it was.</summary>
    public static JsonNode? Node<T>(IReadOnlyList<T> rows) => rows.Count == 0 ? null : JsonSerializer.SerializeToNode(rows, CanonicalJson.Options);
}
