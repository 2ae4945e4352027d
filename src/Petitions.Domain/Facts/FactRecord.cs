using Petitions.Domain.Offices;

namespace Petitions.Domain.Facts;

/// <summary>A fact as stored: one line of one chain. Append-only; the database refuses change and deletion.</summary>
public sealed class FactRecord
{
    public const int KindMax = 64;
    public const int PublicTextMax = 2000;
    public const int RequestIdMax = 32;

    private static long lastMade;

    private readonly List<FactValue> values = [];
    private readonly long made = Interlocked.Increment(ref lastMade);

    private FactRecord()
    {
    }

    public Guid Id { get; private set; }

    public FactSubject Subject { get; private set; }

    public Guid SubjectId { get; private set; }

    /// <summary>Position in the chain, from 1. Zero until the save that appends it.</summary>
    public int Seq { get; private set; }

    public string Kind { get; private set; } = "";

    public int KindVersion { get; private set; }

    /// <summary>When it happened by the application's clock, UTC, cut to microseconds.</summary>
    public DateTime At { get; private set; }

    /// <summary>The legal day it counts from, Asia/Shanghai.</summary>
    public DateOnly CountsFrom { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Guid? ActorId { get; private set; }

    public Guid? DepartmentId { get; private set; }

    public FactVisibility Visibility { get; private set; }

    public string? PublicText { get; private set; }

    /// <summary>Canonical JSON of the fact's own properties; erasable ones as salted digests.</summary>
    public string Data { get; private set; } = "";

    public byte[] Hash { get; private set; } = [];

    /// <summary>Set by the database itself; not part of the hash (security.md A13, D1).</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Trace of the request it came from, as log and error page name it; null for work nobody asked for. Set when saved, not hashed (security.md D4).</summary>
    public string? RequestId { get; private set; }

    public IReadOnlyList<FactValue> Values => values;

    /// <summary>Compares by the order in which facts were recorded in this process; a unit of work keeps no order of its own.</summary>
    public static IComparer<FactRecord> InOrderMade { get; } = Comparer<FactRecord>.Create((a, b) => a.made.CompareTo(b.made));

    /// <summary>Makes the line of a fact; <see cref="Append"/> gives it its place.</summary>
    public static FactRecord Of(Fact fact, Actor actor, DateTime now)
    {
        var at = CanonicalJson.ToMicroseconds(now);
        var kind = FactKinds.Of(fact.Kind);
        var record = new FactRecord
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(at)),
            Subject = fact.Subject,
            SubjectId = fact.SubjectId,
            Kind = fact.Kind,
            KindVersion = fact.KindVersion,
            At = at,
            CountsFrom = fact.CountsFrom ?? Clocks.ChinaTime.DateOf(at),
            ActorKind = actor.Kind,
            ActorId = actor.StaffId,
            DepartmentId = actor.DepartmentId,
            Visibility = kind.Visibility,
            PublicText = fact.PublicText,
        };
        record.Data = FactData.Write(fact, record.values, record.Id);
        return record;
    }

    /// <summary>Gives the line its place in the chain and its hash: SHA-256(previous hash + canonical bytes).</summary>
    /// <exception cref="InvalidOperationException">When it already has one.</exception>
    public void Append(int seq, byte[] previousHash)
    {
        if (Seq != 0)
        {
            throw new InvalidOperationException("A fact has one place for ever.");
        }

        Seq = seq;
        Hash = FactLine.Of(this).HashAfter(previousHash);
    }
}
