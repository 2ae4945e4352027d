namespace Petitions.Services.JointVisits;

/// <summary>A measure that follows from an answer; late when its day is past and nothing was done.</summary>
public sealed record EscalationMeasureLine(Guid Id, int Number, string Text, string Owner, DateOnly DueOn, DateTime? DoneAt, string? Result, bool Late);
