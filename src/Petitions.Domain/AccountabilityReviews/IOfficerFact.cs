namespace Petitions.Domain.AccountabilityReviews;

/// <summary>A fact about one officer under review: his clocks react to it.</summary>
public interface IOfficerFact
{
    Guid OfficerId { get; }
}
