using Petitions.Domain.Receptions;

namespace Petitions.Services.JointVisits;

/// <summary>A signature under the reading of the minutes that is signed now.</summary>
public sealed record JointSignatureLine(Guid SeatId, string Name, SignatureWay Way, DateTime At, string? Note);
