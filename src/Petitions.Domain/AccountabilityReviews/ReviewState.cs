namespace Petitions.Domain.AccountabilityReviews;

/// <summary>Where an accountability review stands (domain.md row 47; a refused proposal ends where it stands, row 10).</summary>
public enum ReviewState
{
    Proposed,
    Refused,
    Opened,
    Investigating,
    Heard,
    Concluded,
    Served,
    Closed,
}
