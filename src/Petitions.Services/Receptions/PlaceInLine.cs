using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>Where a ticket stands in line, for its holder.</summary>
public sealed record PlaceInLine(string Ticket, ReceptionState State, int Ahead, int? Counter, Guid ServicePointId, DateOnly Day, DateTime ArrivedAt, bool Today)
{
    public DateTime? BookedAt { get; init; }

    /// <summary>Estimated minutes; null where nothing honest can be said.</summary>
    public int? Minutes { get; init; }
}
