using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Joining;

/// <summary>What the page on links of a matter shows.</summary>
public sealed record JoinSheet
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required PetitionState State { get; init; }

    public required bool Anonymous { get; init; }

    public required IReadOnlyList<SimilarMatter> Similar { get; init; }

    public required IReadOnlyList<JoinLine> Links { get; init; }

    public required bool MayMerge { get; init; }

    public required bool MayLink { get; init; }

    public required bool MayUndo { get; init; }
}
