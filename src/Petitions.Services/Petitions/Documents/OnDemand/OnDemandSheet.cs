using Petitions.Services.Receptions;

namespace Petitions.Services.Petitions.Documents.OnDemand;

/// <summary>The documents of a matter, what this person may issue now, and what there is to choose from.</summary>
public sealed record OnDemandSheet
{
    public required Guid PetitionId { get; init; }

    public required string Number { get; init; }

    public required IReadOnlyList<DocumentLine> Documents { get; init; }

    /// <summary>Types he may issue, in the order of <see cref="OnDemandTypes.All"/>.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    public required IReadOnlyList<OnDemandVisit> Visits { get; init; }

    /// <summary>Records of conversations that belong to the matter and that he may read.</summary>
    public required IReadOnlyList<TranscriptSheet> Transcripts { get; init; }
}
