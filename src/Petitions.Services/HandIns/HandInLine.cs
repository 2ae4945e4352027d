using Petitions.Domain.Petitions;

namespace Petitions.Services.HandIns;

/// <summary>One receipt.</summary>
public sealed record HandInLine
{
    public required Guid PetitionId { get; init; }

    public required string Number { get; init; }

    public required Guid PointId { get; init; }

    public required Guid OfficeId { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required DateTime EnteredAt { get; init; }

    public required PetitionState State { get; init; }
}
