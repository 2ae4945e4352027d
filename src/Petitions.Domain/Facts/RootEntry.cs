namespace Petitions.Domain.Facts;

/// <summary>Where one chain stood when a daily root was made.</summary>
public sealed record RootEntry(FactSubject Subject, Guid SubjectId, int Seq, string Hash)
{
    /// <summary><c>Petition 0190... 12 9f86...</c>: one line of the text that is hashed.</summary>
    public override string ToString() => $"{Subject} {SubjectId:D} {Seq} {Hash}";

    /// <summary>Null when the line is not one.</summary>
    public static RootEntry? TryParse(string line) =>
        line.Split(' ') is [var subject, var id, var seq, { Length: 64 } hash]
            && Enum.TryParse<FactSubject>(subject, out var kind)
            && Guid.TryParseExact(id, "D", out var subjectId)
            && int.TryParse(seq, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new RootEntry(kind, subjectId, number, hash)
            : null;
}
