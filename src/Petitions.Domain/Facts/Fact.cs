using System.Text.Json.Serialization;

namespace Petitions.Domain.Facts;

/// <summary>
/// One thing that happened, as it will stand in the log for ever. The kind is the name of the record and stands in
/// <c>fact_kinds.csv</c>. Properties are serialised as canonical JSON; those marked <see cref="ErasableAttribute"/>
/// enter the chain as a salted digest only, so that lawful erasure leaves the chain whole (architecture.md section 3).
/// </summary>
public abstract record Fact([property: JsonIgnore] Guid SubjectId)
{
    [JsonIgnore]
    public string Kind => GetType().Name;

    /// <summary>Raised when the shape of a kind changes; old facts keep their version.</summary>
    [JsonIgnore]
    public virtual int KindVersion => 1;

    /// <summary>The chain the fact is appended to.</summary>
    [JsonIgnore]
    public virtual FactSubject Subject => FactKinds.Of(Kind).Subject;

    /// <summary>What the petitioner reads where the kind's visibility is <see cref="FactVisibility.Text"/>; null shows nothing.</summary>
    [JsonIgnore]
    public virtual string? PublicText => null;

    /// <summary>The legal day (Asia/Shanghai) the fact counts from; null means the day it was recorded.</summary>
    [JsonIgnore]
    public virtual DateOnly? CountsFrom => null;

    /// <summary>The due date the fact itself names, for clocks with <c>due_from_fact</c>.</summary>
    [JsonIgnore]
    public virtual DateOnly? NamedDue => null;

    /// <summary>The promise or measure the fact is about where a matter has several at once; null for the matter itself.</summary>
    [JsonIgnore]
    public virtual Guid? TopicId => null;
}
