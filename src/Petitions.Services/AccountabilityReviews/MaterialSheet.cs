namespace Petitions.Services.AccountabilityReviews;

/// <summary>What the investigation reads of a case: words and drafts as they were, and no identity (domain.md 3.4).</summary>
public sealed record MaterialSheet
{
    public required Guid ReviewId { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Null for report material the person has no leave to read.</summary>
    public string? Text { get; init; }

    public string? Request { get; init; }

    public required IReadOnlyList<MaterialAddition> Additions { get; init; }

    /// <summary>Every round of every reply, in its order.</summary>
    public required IReadOnlyList<MaterialRound> Rounds { get; init; }

    /// <summary>Documents by number; their text bears the petitioner's name and stays with the case.</summary>
    public required IReadOnlyList<MaterialDocument> Documents { get; init; }
}
