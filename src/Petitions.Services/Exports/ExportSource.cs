using Petitions.Services.Petitions.Handling;
using Petitions.Services.Receptions.Ledger;
using Petitions.Services.Search;

namespace Petitions.Services.Exports;

/// <summary>What an export takes its rows from: a search, a list of cases, or the register of visits. One of the three is set.</summary>
public sealed record ExportSource
{
    /// <summary>Longest text kept.</summary>
    public const int TextMax = 100;

    public string? Text { get; init; }

    public SearchFilter Filter { get; init; } = new();

    /// <summary>The list and its filter; its order and place are not kept.</summary>
    public CaseFilter? Cases { get; init; }

    /// <summary>The register of visits and its period.</summary>
    public LedgerFilter? Visits { get; init; }
}
