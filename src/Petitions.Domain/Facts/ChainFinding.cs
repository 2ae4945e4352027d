namespace Petitions.Domain.Facts;

/// <summary>
/// One thing found, with its place. <see cref="From"/> and <see cref="To"/> are the times of the lines on either side:
/// what was touched was recorded between them.
/// </summary>
public sealed record ChainFinding(FindingKind Kind)
{
    public FactSubject? Subject { get; init; }

    public Guid? SubjectId { get; init; }

    public int? Seq { get; init; }

    public Guid? FactId { get; init; }

    public string? FactKind { get; init; }

    /// <summary>The field, where it can be told.</summary>
    public string? Field { get; init; }

    public DateTime? From { get; init; }

    public DateTime? To { get; init; }

    /// <summary>The day of the root that shows it.</summary>
    public DateOnly? RootDay { get; init; }

    public override string ToString()
    {
        var place = SubjectId is { } id ? $"{Subject} {id:D}{(Seq is { } seq ? $" line {seq}" : "")}" : "file";
        var more = string.Concat(
            FactKind is null ? "" : $" ({FactKind})",
            FactId is { } fact ? $" fact {fact:D}" : "",
            Field is null ? "" : $" field {Field}",
            RootDay is { } day ? $" root of {day:yyyy-MM-dd}" : "",
            From is { } from ? $" after {CanonicalJson.Time(from)}" : "",
            To is { } to ? $" before {CanonicalJson.Time(to)}" : "");
        return $"{Kind}: {place}{more}";
    }
}
