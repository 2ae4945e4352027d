namespace Petitions.Domain.AccountabilityReviews;

/// <summary>A line of the log as a finding names it.</summary>
public sealed record CitedFact(Guid FactId, int Seq, string Kind, DateTime At);
