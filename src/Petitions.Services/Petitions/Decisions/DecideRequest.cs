namespace Petitions.Services.Petitions.Decisions;

/// <summary>A second person approves, or returns with a reason.</summary>
public sealed record DecideRequest(Guid ProposalId, bool Approve, string? Reason = null);
