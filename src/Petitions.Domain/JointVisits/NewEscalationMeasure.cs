namespace Petitions.Domain.JointVisits;

/// <summary>A measure as it is typed beside an answer.</summary>
public sealed record NewEscalationMeasure(string? Text, string? Owner, DateOnly? DueOn);
