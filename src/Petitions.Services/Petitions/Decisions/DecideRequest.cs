namespace Petitions.Services.Petitions.Decisions;

/// <summary>A second person approves, or returns with a reason.</summary>
/// <param name="NoConflict">Declared by whoever confirms the transfer of a matter nobody has screened (domain.md 2.3, question 8).</param>
public sealed record DecideRequest(Guid ProposalId, bool Approve, string? Reason = null, bool NoConflict = false);
