namespace Petitions.Domain.AccountabilityReviews;

/// <summary>Why a review is proposed: a code of the closed list, and the fact it comes from or the person who asks for it.</summary>
public sealed record TriggerSource
{
    /// <summary>List ReviewTrigger.</summary>
    public required string Code { get; init; }

    /// <summary>The fact the system proposes it for; the same fact proposes once.</summary>
    public Guid? FactId { get; init; }

    public string? FactKind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Who proposes it by hand; null for the system.</summary>
    public Guid? ProposedBy { get; init; }

    public string? Reason { get; init; }
}
