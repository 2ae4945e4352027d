namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>Days, first and last included, on which one held the matter. A day belongs to whoever held it when it ended.</summary>
public sealed record HolderSpan(DateOnly From, DateOnly To, Holding Holding)
{
    public int Days => To.DayNumber - From.DayNumber + 1;
}
