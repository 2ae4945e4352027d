using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>A lesson as everybody of the office reads it.</summary>
/// <param name="Kind">Lesson, training proposal or change of a rule.</param>
/// <param name="Cause">List AccountabilityFactor.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Hours">Hours of training.</param>
public sealed record LessonLine(LessonKind Kind, string Cause, string Text, int? Hours);
