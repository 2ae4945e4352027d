using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Petitions.Domain.Facts;

/// <summary>Turns a fact into its canonical data: erasable texts leave as values, their salted digests stay.</summary>
public static class FactData
{
    public const int SaltLength = 16;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Member>> MembersOf = new();

    /// <summary>The serializer's own members of a kind, in the order of their names; only how they are written is ours.</summary>
    internal static string Write(Fact fact, List<FactValue> values, Guid factId)
    {
        var text = new StringBuilder("{");
        foreach (var member in MembersOf.GetOrAdd(fact.GetType(), Members))
        {
            if (member.Get(fact) is not { } value)
            {
                continue;
            }

            CanonicalJson.Quote(text.Append(text.Length > 1 ? "," : ""), member.Name).Append(':');
            if (member.Erasable && value is string secret)
            {
                var salt = RandomNumberGenerator.GetBytes(SaltLength);
                text.Append("{\"digest\":\"").Append(Digest(salt, secret)).Append("\"}");
                values.Add(new FactValue(factId, member.Name, salt, secret));
            }
            else
            {
                Write(value, member.Type, text);
            }
        }

        return text.Append('}').ToString();
    }

    private static void Write(object value, Type type, StringBuilder text)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        _ = value switch
        {
            string plain => CanonicalJson.Quote(text, plain),
            Guid id => text.Append(invariant, $"\"{id:D}\""),
            int number => text.Append(invariant, $"{number}"),
            bool flag => text.Append(flag ? "true" : "false"),
            DateOnly day => text.Append(invariant, $"\"{day:yyyy-MM-dd}\""),
            DateTime time => text.Append(invariant, $"\"{CanonicalJson.Time(time)}\""),
            _ => Other(value, type, text),
        };
    }

    private static StringBuilder Other(object value, Type type, StringBuilder text)
    {
        CanonicalJson.Write(JsonSerializer.SerializeToNode(value, type, CanonicalJson.Options), text);
        return text;
    }

    /// <summary>SHA-256(salt + UTF-8 text), lower-case hexadecimal.</summary>
    public static string Digest(byte[] salt, string text) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]));

    private static IReadOnlyList<Member> Members(Type type)
    {
        var erasable = type.GetProperties().Where(property => property.GetCustomAttribute<ErasableAttribute>() is not null)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet();
        CanonicalJson.Options.MakeReadOnly(populateMissingResolver: true);
        return [.. CanonicalJson.Options.GetTypeInfo(type).Properties
            .Where(property => property.Get is not null)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => new Member(property.Name, property.PropertyType, property.Get!, erasable.Contains(property.Name)))];
    }

    private sealed record Member(string Name, Type Type, Func<object, object?> Get, bool Erasable);
}
