namespace Petitions.Domain.Receptions;

/// <summary>A visitor with what identifies him already encrypted and indexed.</summary>
public sealed record VisitorDetails
{
    /// <summary>List RelationToMatter, citizen side.</summary>
    public required string Relation { get; init; }

    /// <summary>Null when the visitor keeps his name to himself.</summary>
    public string? Name { get; init; }

    public string? EncryptedIdentity { get; init; }

    public byte[]? IdNumberIndex { get; init; }

    public byte[]? PhoneIndex { get; init; }

    public int? BirthYear { get; init; }
}
