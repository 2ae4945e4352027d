namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>Between two submissions of a reply these parts were changed.</summary>
public sealed record TextChange(Guid ReplyId, int FromRound, int ToRound, Guid By, DateTime At, IReadOnlyList<string> Parts);
