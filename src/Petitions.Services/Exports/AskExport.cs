using Petitions.Domain.Exports;

namespace Petitions.Services.Exports;

/// <summary>An export as a person asks for it.</summary>
public sealed record AskExport
{
    public required ExportSource Source { get; init; }

    public required ExportFormat Format { get; init; }

    public bool WithNames { get; init; }

    public required string? Reason { get; init; }

    public required string Language { get; init; }
}
