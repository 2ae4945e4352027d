namespace Petitions.Services.Clocks;

/// <summary>The amount counts in the unit of the clock's rule (days or months).</summary>
public sealed record ProposeExtensionRequest(string Number, Guid ClockId, int Amount, string Reason);
