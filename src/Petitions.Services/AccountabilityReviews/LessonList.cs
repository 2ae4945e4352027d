namespace Petitions.Services.AccountabilityReviews;

/// <summary>One page of lessons.</summary>
public sealed record LessonList(IReadOnlyList<LessonLine> Lines, int Count, string? Next);
