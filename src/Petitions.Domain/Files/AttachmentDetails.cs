namespace Petitions.Domain.Files;

/// <summary>A file that was checked and stored, before it belongs to a matter.</summary>
public sealed record AttachmentDetails
{
    /// <summary>As typed, cleaned.</summary>
    public required string Name { get; init; }

    /// <summary>Code of our own table of kinds.</summary>
    public required string Type { get; init; }

    public required long Length { get; init; }

    /// <summary>SHA-256 of the evidence: of the original, or of the copy where the petitioner wanted no original kept.</summary>
    public required string Sha256 { get; init; }

    public required string CopySha256 { get; init; }

    /// <summary>Null when the petitioner wanted only the cleaned copy kept.</summary>
    public Guid? OriginalId { get; init; }

    public required Guid CopyId { get; init; }

    public required CopyState Copy { get; init; }

    public required ScanState Scan { get; init; }
}
