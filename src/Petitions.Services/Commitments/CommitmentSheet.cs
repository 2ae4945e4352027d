using Petitions.Domain.Commitments;

namespace Petitions.Services.Commitments;

/// <summary>The commitments of one matter for its page in the office.</summary>
public sealed record CommitmentSheet
{
    public required Guid PetitionId { get; init; }

    public required string Number { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<CommitmentView> Commitments { get; init; }

    public required bool Anonymous { get; init; }

    /// <summary>Whether this person may offer one now, take down an answer, and say that a promise of the petitioner was kept.</summary>
    public required bool MayAct { get; init; }

    public required bool MayOffer { get; init; }

    public required bool OpensDocuments { get; init; }

    /// <summary>What the form proposes: the standing offer from today on, without a person who is named already.</summary>
    public CommitmentOffer? Proposal { get; init; }

    public required int Months { get; init; }
}
