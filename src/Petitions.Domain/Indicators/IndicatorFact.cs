namespace Petitions.Domain.Indicators;

/// <summary>A line of a matter's chain as the indicators read it.</summary>
public sealed record IndicatorFact(Guid PetitionId, string Kind, DateTime At, DateOnly CountsFrom, string Data);
