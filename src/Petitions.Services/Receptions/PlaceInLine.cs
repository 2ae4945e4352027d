using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>Where a ticket stands in line, for its holder.</summary>
public sealed record PlaceInLine(string Ticket, ReceptionState State, int Ahead, int? Counter, Guid ServicePointId, DateOnly Day, DateTime ArrivedAt, bool Today);
