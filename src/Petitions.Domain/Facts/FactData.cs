using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Petitions.Domain.Facts;

/// <summary>Turns a fact into its canonical data: erasable texts leave as values, their salted digests stay.</summary>
public static class FactData
{
    public const int SaltLength = 16;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> ErasableOf = new();

    internal static string Write(Fact fact, List<FactValue> values, Guid factId)
    {
        var data = JsonSerializer.SerializeToNode(fact, fact.GetType(), CanonicalJson.Options)!.AsObject();
        foreach (var property in Erasables(fact.GetType()))
        {
            if (property.GetValue(fact) is not string text)
            {
                continue;
            }

            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var salt = RandomNumberGenerator.GetBytes(SaltLength);
            data[name] = new JsonObject { ["digest"] = Digest(salt, text) };
            values.Add(new FactValue(factId, name, salt, text));
        }

        return CanonicalJson.Write(data);
    }

    /// <summary>SHA-256(salt + UTF-8 text), lower-case hexadecimal.</summary>
    public static string Digest(byte[] salt, string text) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]));

    private static IReadOnlyList<PropertyInfo> Erasables(Type type) => ErasableOf.GetOrAdd(type, static t =>
        [.. t.GetProperties().Where(property => property.GetCustomAttribute<ErasableAttribute>() is not null)]);
}
