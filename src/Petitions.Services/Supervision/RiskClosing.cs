namespace Petitions.Services.Supervision;

/// <summary>How an emergency was dealt with: who was called, when, and what was done (journey J3 d).</summary>
public sealed record RiskClosing(string? Called, DateTime? CalledAt, string? Note);
