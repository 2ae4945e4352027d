namespace Petitions.Domain.Commitments;

/// <summary>A line of the matter's log as the judgment reads it: its kind and the legal day it was recorded on, whatever day it names.</summary>
public sealed record KeepingFact(string Kind, DateOnly On);
