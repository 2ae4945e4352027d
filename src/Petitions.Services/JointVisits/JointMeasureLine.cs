using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>A measure as pages show it.</summary>
public sealed record JointMeasureLine
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required string Text { get; init; }

    public required Guid SeatId { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string ProofWanted { get; init; }

    public required MeasureState State { get; init; }

    public DateTime? EndedAt { get; init; }

    public string? Result { get; init; }

    public Guid? PaperId { get; init; }

    public DateOnly? RemindedOn { get; init; }

    public required bool Late { get; init; }
}
