using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Decisions;

/// <summary>A proposal as the second person reads it; what it does not use is null.</summary>
public sealed record ProposalLine
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required DecisionKind Kind { get; init; }

    /// <summary>Nobody has screened the matter yet: whoever approves declares that no conflict stands in the way.</summary>
    public bool Unscreened { get; init; }

    public required string Reason { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTime ProposedAt { get; init; }

    public string? Ground { get; init; }

    public string? OrganName { get; init; }

    /// <summary>What would leave the house with a transfer.</summary>
    public string? Extract { get; init; }

    public string? ClockRuleId { get; init; }

    public DateOnly? ClockDueOn { get; init; }

    public DateOnly? From { get; init; }

    public int? Amount { get; init; }
}
