namespace Petitions.Domain.Exports;

/// <summary>What somebody wants exported.</summary>
public sealed record ExportRequest
{
    public required ExportFormat Format { get; init; }

    /// <summary>Names of petitioners in clear where the person may open identities; a second person approves it.</summary>
    public bool WithNames { get; init; }

    public required string Reason { get; init; }

    /// <summary>Language of headings and labels.</summary>
    public required string Language { get; init; }

    /// <summary>Encrypted description of list and filter: it may hold a name that was searched.</summary>
    public required string SealedSource { get; init; }
}
