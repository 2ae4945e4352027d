namespace Petitions.Domain.Petitions;

/// <summary>What is proposed: a refusal names ground and remedy, a transfer names the organ and the extract to send.</summary>
public sealed record DecisionDraft
{
    public required DecisionKind Kind { get; init; }

    public required string Reason { get; init; }

    /// <summary>List Role: who may decide.</summary>
    public required string ApproverRole { get; init; }

    public string? Ground { get; init; }

    public string? Remedy { get; init; }

    public string? OrganKind { get; init; }

    public string? OrganName { get; init; }

    /// <summary>Text chosen by the sender; never the original with the petitioner's identity (security.md B3).</summary>
    public string? Extract { get; init; }
}
