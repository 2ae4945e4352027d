using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Petitions.CaseFiles;

/// <summary>The whole case as it stands now, for one person: what he may not read is named and left out.</summary>
public sealed record CaseFile
{
    public required CaseSheet Sheet { get; init; }

    public required Guid OfficeId { get; init; }

    public DateTime? ClosedAt { get; init; }

    /// <summary>List RetentionClass; null before the file is closed into the archive.</summary>
    public string? RetentionClass { get; init; }

    public required IReadOnlyList<CaseFileItem> Items { get; init; }

    /// <summary>What a saved file is called: the number of the matter, no name of a person.</summary>
    public string FileName => $"{Sheet.Number}-case-file";
}
