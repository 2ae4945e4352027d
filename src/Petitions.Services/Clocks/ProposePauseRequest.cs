namespace Petitions.Services.Clocks;

/// <summary>Without a day the pause begins today.</summary>
public sealed record ProposePauseRequest(string Number, Guid ClockId, string ReasonCode, string Reason, DateOnly? From = null);
