using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Screening;

public sealed record ProposalLine(Guid Id, string Number, string Title, DecisionKind Kind, string? Ground, string? OrganName, string Reason, string ApproverRole, DateTime ProposedAt);
