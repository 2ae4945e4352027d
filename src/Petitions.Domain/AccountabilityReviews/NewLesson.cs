namespace Petitions.Domain.AccountabilityReviews;

/// <summary>A lesson as it is written down.</summary>
/// <param name="Kind">Lesson, training proposal or change of a rule.</param>
/// <param name="Cause">List AccountabilityFactor.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Hours">Hours of training; of a training proposal alone.</param>
public sealed record NewLesson(LessonKind Kind, string Cause, string? Text, int? Hours);
