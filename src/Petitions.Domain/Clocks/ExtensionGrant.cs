namespace Petitions.Domain.Clocks;

/// <summary>An approved extension: at most what the rule allows, by the role the rule names.</summary>
public sealed record ExtensionGrant(ClockSpan Span, string Reason, Guid Approver, string ApproverRole, DateOnly GrantedOn);
