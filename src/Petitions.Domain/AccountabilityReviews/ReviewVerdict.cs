namespace Petitions.Domain.AccountabilityReviews;

/// <summary>What was found of a finding, and in the end of the whole review (journey J9).</summary>
public enum ReviewVerdict
{
    Substantiated,
    Partly,
    NotSubstantiated,
}
