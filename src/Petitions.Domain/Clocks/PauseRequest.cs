namespace Petitions.Domain.Clocks;

/// <summary>What is needed to pause a clock: nobody confirms his own request.</summary>
public sealed record PauseRequest(DateOnly From, string ReasonCode, Guid RequestedBy, Guid ConfirmedBy);
