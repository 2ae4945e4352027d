using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>A guest's link that opened nothing.</summary>
public sealed record JointAttemptLine(DateTime At, Guid SeatId, GuestRefusal Why);
