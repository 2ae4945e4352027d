using Petitions.Services.Petitions.Handling;
using Petitions.Services.Search;

namespace Petitions.Services.Exports;

/// <summary>What an export takes its rows from: a search, or a list of cases. One of the two is set.</summary>
public sealed record ExportSource
{
    /// <summary>Longest text kept.</summary>
    public const int TextMax = 100;

    public string? Text { get; init; }

    public SearchFilter Filter { get; init; } = new();

    /// <summary>The list and its filter; its order and place are not kept.</summary>
    public CaseFilter? Cases { get; init; }
}
