namespace Petitions.Domain.AccountabilityReviews;

/// <summary>How grave the result of the work was (seed feature 55).</summary>
public enum LiabilitySeverity
{
    Slight,
    Considerable,
    Grave,
}
