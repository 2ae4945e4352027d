namespace Petitions.Services.Petitions.Decisions;

/// <summary>Code of list ExemptReason and what supports it.</summary>
public sealed record ProposeExemptionRequest(string Number, string ReasonCode, string Reason);
