using Petitions.Domain.JointVisits;
using Petitions.Domain.Petitions;

namespace Petitions.Services.JointVisits;

/// <summary>An escalation of a matter: a proposal that waits or came back, or what became of an approved one.</summary>
public sealed record EscalationLine
{
    public required Guid ProposalId { get; init; }

    public Guid? Id { get; init; }

    public required DecisionState Decision { get; init; }

    public string? DecisionReason { get; init; }

    public required string Receiver { get; init; }

    public required string Summary { get; init; }

    public required string Question { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTime ProposedAt { get; init; }

    public EscalationState? State { get; init; }

    public Guid? DocumentId { get; init; }

    public DateTime? SentAt { get; init; }

    public string? SentWay { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public string? Answer { get; init; }

    public IReadOnlyList<EscalationMeasureLine> Measures { get; init; } = [];
}
