using System.Text.Json;
using System.Text.Json.Nodes;

namespace Petitions.Domain.Facts;

/// <summary>Compares erasable texts with the digests that stand in the chain.</summary>
internal static class ErasableDigests
{
    /// <summary>Names of the texts that do not fit, or whose row is gone. An erased text has nothing to compare.</summary>
    public static IReadOnlyList<string> Changed(string data, IReadOnlyList<ClearValue> values)
    {
        var digests = Read(data);
        var wrong = new List<string>();
        foreach (var value in values)
        {
            var told = digests.GetValueOrDefault(value.Name);
            if (value.Unreadable || told is null || (value.Text is { } text && FactData.Digest(value.Salt, text) != told))
            {
                wrong.Add(value.Name);
            }
        }

        wrong.AddRange(digests.Keys.Except(values.Select(value => value.Name)));
        return wrong;
    }

    private static Dictionary<string, string> Read(string data)
    {
        try
        {
            return JsonNode.Parse(data) is JsonObject fields
                ? fields.Where(field => field.Value is JsonObject { Count: 1 } one && one["digest"] is JsonValue)
                    .ToDictionary(field => field.Key, field => field.Value!["digest"]!.ToString())
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
