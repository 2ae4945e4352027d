namespace Petitions.Domain.Petitions;

/// <summary>Non-acceptance as decided: ground, remedy, reason, and two different persons.</summary>
public sealed record RefusalDecision(string Ground, string Remedy, string Reason, Guid ProposedBy, Guid ApprovedBy);

/// <summary>Transfer as decided: the receiving organ is never a respondent.</summary>
public sealed record TransferDecision(string OrganKind, string OrganName, string Reason, Guid ProposedBy, Guid ApprovedBy);

/// <summary>What closing needs beyond the outcome (column needs of <c>petition_moves.csv</c>), proven by the service.</summary>
public sealed record ClosingCheck(bool ServedOrExempt, bool ClocksSettled);
