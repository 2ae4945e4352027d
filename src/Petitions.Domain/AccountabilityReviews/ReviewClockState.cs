namespace Petitions.Domain.AccountabilityReviews;

/// <summary>How a clock of a review stands.</summary>
public enum ReviewClockState
{
    Running,
    Met,

    /// <summary>The officer's window closed unused.</summary>
    Lapsed,
}
