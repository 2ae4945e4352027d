using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>A device of a hall without its token: that was told once.</summary>
public sealed record HallDeviceLine(Guid Id, HallDeviceKind Kind, string Name, DateTime IssuedAt, DateTime? RevokedAt);
