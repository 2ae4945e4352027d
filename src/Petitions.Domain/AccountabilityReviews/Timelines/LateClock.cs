namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>A limit that was missed, and to whom its days fall. The shares add up to the days.</summary>
/// <param name="ClockId">The clock.</param>
/// <param name="RuleId">Its rule.</param>
/// <param name="DueOn">Last day in time.</param>
/// <param name="EndedOn">When it was met or ended; null while it runs.</param>
/// <param name="Days">Days late.</param>
/// <param name="IsNotice">Whether the petitioner was to be told something by then.</param>
/// <param name="Seq">Place of the fact that says so.</param>
/// <param name="Shares">The split.</param>
public sealed record LateClock(Guid ClockId, string RuleId, DateOnly DueOn, DateOnly? EndedOn, int Days, bool IsNotice, int Seq, IReadOnlyList<LateShare> Shares);
