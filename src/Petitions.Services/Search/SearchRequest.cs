namespace Petitions.Services.Search;

/// <summary>One search.</summary>
public sealed record SearchRequest
{
    public required string? Text { get; init; }

    public SearchFilter Filter { get; init; } = new();

    /// <summary>Public number of the last matter of the page before.</summary>
    public string? After { get; init; }

    /// <summary>Search further back than this moment.</summary>
    public DateTime? Before { get; init; }

    /// <summary>Sent in a form and not in an address: only then numbers of persons are looked up, so that none stands in a history or a log.</summary>
    public bool MayLookUpPersons { get; init; }

    /// <summary>Network address of the member of staff, for the log.</summary>
    public string? Address { get; init; }
}
