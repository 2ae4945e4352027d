namespace Petitions.Domain.Petitions;

/// <summary>
/// What is proposed: a refusal names ground and remedy, a transfer the organ and the extract to send, an exemption its
/// coded reason, a pause the clock, the coded reason and the day, an extension the clock and the amount, an escalation its
/// receiver, the question (as its reason) and the summary to send.
/// </summary>
public sealed record DecisionDraft
{
    public required DecisionKind Kind { get; init; }

    public required string Reason { get; init; }

    /// <summary>List Role: who may decide.</summary>
    public required string ApproverRole { get; init; }

    /// <summary>Code of NonAcceptanceGround, ExemptReason or PauseReason.</summary>
    public string? Ground { get; init; }

    public Guid? ClockId { get; init; }

    /// <summary>Day from which the clock shall stand still.</summary>
    public DateOnly? From { get; init; }

    /// <summary>In the unit of the clock's rule.</summary>
    public int? Amount { get; init; }

    public string? Remedy { get; init; }

    public string? OrganKind { get; init; }

    public string? OrganName { get; init; }

    /// <summary>Text chosen by the sender; never the original with the petitioner's identity (security.md B3).</summary>
    public string? Extract { get; init; }
}
