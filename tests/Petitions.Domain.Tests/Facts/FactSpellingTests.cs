using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Domain.Tests.Facts;

/// <summary>Facts are spelled by hand for speed: byte for byte what the serializer and the sorting writer give, or no old chain would verify.</summary>
public sealed class FactSpellingTests
{
    private const string Awkward = "刘芳说\"不\"\\\n\t<b>&'\u007f\ud83d\ude00";

    private static readonly DateTime Now = new DateTime(2026, 3, 2, 0, 30, 0, DateTimeKind.Utc).AddTicks(12_345);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new MomentConverter() },
    };

    public static TheoryData<string> Kinds => [.. typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact))).Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Data_OfEveryKind_IsWhatTheSerializerWrites(string kind)
    {
        var fact = Sample(typeof(Fact).Assembly.GetType(kind)!);

        var record = FactRecord.Of(fact, Actor.System, Now);

        var expected = JsonSerializer.SerializeToNode(fact, fact.GetType(), Options)!.AsObject();
        foreach (var value in record.Values)
        {
            Assert.Equal((string?)expected[value.Name], value.Text);
            expected[value.Name] = new JsonObject { ["digest"] = FactData.Digest(value.Salt, value.Text!) };
        }

        Assert.Equal(CanonicalJson.Write(expected), record.Data);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Canonical_OfALine_IsTheSortedObject(bool whole)
    {
        var line = new FactLine
        {
            Id = Guid.CreateVersion7(),
            Subject = FactSubject.Petition,
            SubjectId = Guid.NewGuid(),
            Seq = 12,
            Kind = "PetitionReceived",
            KindVersion = 1,
            At = Now,
            CountsFrom = new DateOnly(2026, 3, 2),
            ActorKind = ActorKind.Staff,
            ActorId = whole ? Guid.NewGuid() : null,
            DepartmentId = whole ? Guid.NewGuid() : null,
            Visibility = FactVisibility.Text,
            PublicText = whole ? Awkward : null,
            Data = """{"a":"刘\"芳"}""",
        };

        var expected = CanonicalJson.Write(new JsonObject
        {
            ["id"] = line.Id.ToString("D"),
            ["subject"] = "Petition",
            ["subjectId"] = line.SubjectId.ToString("D"),
            ["seq"] = 12,
            ["kind"] = "PetitionReceived",
            ["kindVersion"] = 1,
            ["at"] = CanonicalJson.Time(Now),
            ["countsFrom"] = "2026-03-02",
            ["actorKind"] = "Staff",
            ["actorId"] = line.ActorId?.ToString("D"),
            ["departmentId"] = line.DepartmentId?.ToString("D"),
            ["visibility"] = "Text",
            ["publicText"] = line.PublicText,
            ["data"] = line.Data,
        });
        Assert.Equal(expected, line.Canonical());
        Assert.Equal(line, FactLine.Parse(line.Canonical()) with { At = line.At });
    }

    /// <summary>Every parameter filled with something a careless writer would spell differently.</summary>
    private static Fact Sample(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(each => each.GetParameters().Length).First();
        return (Fact)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType))]);
    }

    private static object? Value(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => Awkward,
            _ when plain == typeof(Guid) => Guid.CreateVersion7(),
            _ when plain == typeof(int) => -7,
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(DateOnly) => new DateOnly(2026, 12, 1),
            _ when plain == typeof(DateTime) => Now,
            { IsEnum: true } => Enum.GetValues(plain).GetValue(0),
            _ => plain.IsAssignableFrom(typeof(string[])) ? new[] { Awkward, "b" } : plain.IsValueType ? Activator.CreateInstance(plain) : null,
        };
    }

    /// <summary>The log cuts instants to microseconds and always writes six places.</summary>
    private sealed class MomentConverter : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTime();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(CanonicalJson.Time(value));
    }
}
