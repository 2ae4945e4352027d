namespace Petitions.Services.HandIns;

/// <summary>A hand-in that waits for the intake desk.</summary>
public sealed record HandInDeskLine(string Number, Guid PointId, DateOnly ReceivedOn, DateTime EnteredAt, string Category);
