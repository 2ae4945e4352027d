namespace Petitions.Domain.JointVisits;

/// <summary>Something that is still missing before a joint visit can be set.</summary>
/// <param name="Code">What; the key of its text.</param>
/// <param name="Who">The seat it is about, by the organ or person on it.</param>
/// <param name="SeatId">The same seat.</param>
public sealed record JointGap(string Code, string? Who = null, Guid? SeatId = null);
