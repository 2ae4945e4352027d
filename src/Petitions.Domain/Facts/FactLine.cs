using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Petitions.Domain.Offices;

namespace Petitions.Domain.Facts;

/// <summary>The part of a fact that is hashed, in the form an exported file holds and an outsider can recompute.</summary>
public sealed record FactLine
{
    public required Guid Id { get; init; }

    public required FactSubject Subject { get; init; }

    public required Guid SubjectId { get; init; }

    public required int Seq { get; init; }

    public required string Kind { get; init; }

    public required int KindVersion { get; init; }

    public required DateTime At { get; init; }

    public required DateOnly CountsFrom { get; init; }

    public required ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    public Guid? DepartmentId { get; init; }

    public required FactVisibility Visibility { get; init; }

    public string? PublicText { get; init; }

    public required string Data { get; init; }

    public static FactLine Of(FactRecord record) => new()
    {
        Id = record.Id,
        Subject = record.Subject,
        SubjectId = record.SubjectId,
        Seq = record.Seq,
        Kind = record.Kind,
        KindVersion = record.KindVersion,
        At = record.At,
        CountsFrom = record.CountsFrom,
        ActorKind = record.ActorKind,
        ActorId = record.ActorId,
        DepartmentId = record.DepartmentId,
        Visibility = record.Visibility,
        PublicText = record.PublicText,
        Data = record.Data,
    };

    /// <summary>The canonical bytes (UTF-8 JSON with sorted keys).</summary>
    public string Canonical()
    {
        // Written by hand in the order of the sorted keys: every fact that is stored, read or verified passes here.
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var text = new StringBuilder(Data.Length + 480).Append('{');
        if (ActorId is { } actor)
        {
            text.Append(invariant, $"\"actorId\":\"{actor:D}\",");
        }

        text.Append(invariant, $"\"actorKind\":\"{ActorKind}\",\"at\":\"{CanonicalJson.Time(At)}\",\"countsFrom\":\"{CountsFrom:yyyy-MM-dd}\",\"data\":");
        CanonicalJson.Quote(text, Data);
        if (DepartmentId is { } department)
        {
            text.Append(invariant, $",\"departmentId\":\"{department:D}\"");
        }

        text.Append(invariant, $",\"id\":\"{Id:D}\",\"kind\":");
        CanonicalJson.Quote(text, Kind).Append(invariant, $",\"kindVersion\":{KindVersion}");
        if (PublicText is not null)
        {
            CanonicalJson.Quote(text.Append(",\"publicText\":"), PublicText);
        }

        return text.Append(invariant, $",\"seq\":{Seq},\"subject\":\"{Subject}\",\"subjectId\":\"{SubjectId:D}\",\"visibility\":\"{Visibility}\"}}").ToString();
    }

    /// <summary>SHA-256(previous hash + canonical bytes); the first line of a chain has an empty previous hash.</summary>
    public byte[] HashAfter(byte[] previousHash)
    {
        var canonical = Canonical();
        var bytes = new byte[previousHash.Length + Encoding.UTF8.GetByteCount(canonical)];
        previousHash.CopyTo(bytes, 0);
        Encoding.UTF8.GetBytes(canonical, bytes.AsSpan(previousHash.Length));
        return SHA256.HashData(bytes);
    }

    /// <summary>Reads canonical bytes back. Whoever must be sure compares <see cref="Canonical"/> with what was read.</summary>
    /// <exception cref="FormatException">When the text is no line.</exception>
    public static FactLine Parse(string canonical)
    {
        if (JsonNode.Parse(canonical) is not JsonObject values)
        {
            throw new FormatException("Not a fact line.");
        }

        string? Text(string name) => values[name]?.GetValue<string>();
        string Needed(string name) => Text(name) ?? throw new FormatException($"A fact line needs {name}.");
        Guid? Optional(string name) => Text(name) is { } id ? Guid.ParseExact(id, "D") : null;
        int Number(string name) => values[name]?.GetValue<int>() ?? throw new FormatException($"A fact line needs {name}.");
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        return new FactLine
        {
            Id = Guid.ParseExact(Needed("id"), "D"),
            Subject = Enum.Parse<FactSubject>(Needed("subject")),
            SubjectId = Guid.ParseExact(Needed("subjectId"), "D"),
            Seq = Number("seq"),
            Kind = Needed("kind"),
            KindVersion = Number("kindVersion"),
            At = DateTime.ParseExact(Needed("at"), "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", invariant, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal),
            CountsFrom = DateOnly.ParseExact(Needed("countsFrom"), "yyyy-MM-dd", invariant),
            ActorKind = Enum.Parse<ActorKind>(Needed("actorKind")),
            ActorId = Optional("actorId"),
            DepartmentId = Optional("departmentId"),
            Visibility = Enum.Parse<FactVisibility>(Needed("visibility")),
            PublicText = Text("publicText"),
            Data = Needed("data"),
        };
    }
}
