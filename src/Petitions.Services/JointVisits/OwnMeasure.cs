using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>An agreed measure as the petitioner sees it, with its end and the reason of a failure.</summary>
public sealed record OwnMeasure(int Number, string Text, string? Owner, DateOnly DueOn, MeasureState State, DateOnly? EndedOn, string? Result);
