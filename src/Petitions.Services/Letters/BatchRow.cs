using Petitions.Domain.Petitions;

namespace Petitions.Services.Letters;

/// <summary>A letter in its bag. What a person may not know of the matter it became is left out.</summary>
public sealed record BatchRow
{
    public required Guid Id { get; init; }

    public required int Position { get; init; }

    public DateOnly? PostmarkOn { get; init; }

    /// <summary>For whoever opened it only.</summary>
    public string? Sender { get; init; }

    public string? Disposition { get; init; }

    public string? SetAsideReason { get; init; }

    public string? Number { get; init; }

    public string? Title { get; init; }

    public PetitionState? State { get; init; }

    /// <summary>The draft that waits for, or got, the supervisor's word.</summary>
    public DecisionKind? Proposal { get; init; }

    public DecisionState? Decision { get; init; }

    public Guid? ProposalId { get; init; }

    public bool IsOpen => Disposition is null && SetAsideReason is null;
}
