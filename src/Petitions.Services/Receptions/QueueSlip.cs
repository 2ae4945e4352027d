namespace Petitions.Services.Receptions;

/// <summary>What the queue slip says.</summary>
public sealed record QueueSlip(Guid Id, string Ticket, DateTime ArrivedAt, int Ahead, Guid ServicePointId, bool CallByName, string? Priority, byte[] PlaceToken, DateTime? BookedAt = null);
