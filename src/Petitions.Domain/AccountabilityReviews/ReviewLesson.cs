namespace Petitions.Domain.AccountabilityReviews;

/// <summary>What is to be learnt from a review (整改): a lesson without names, a training proposal, a change of a rule. Only ever added.</summary>
public sealed class ReviewLesson
{
    public const int TextMax = 2_000;
    public const int HoursMax = 200;

    private ReviewLesson()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    public LessonKind Kind { get; private set; }

    /// <summary>List AccountabilityFactor: the cause it answers.</summary>
    public string Cause { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Hours of training; of a training proposal alone.</summary>
    public int? Hours { get; private set; }

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    internal static ReviewLesson Record(Guid reviewId, NewLesson lesson, Guid by, DateTime now)
    {
        Rule.Require(Enum.IsDefined(lesson.Kind), "review.lesson-kind");
        Rule.Require(lesson.Kind == LessonKind.Training ? lesson.Hours is > 0 and <= HoursMax : lesson.Hours is null, "review.hours");
        return new ReviewLesson
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            ReviewId = reviewId,
            Kind = lesson.Kind,
            Cause = Rule.RequireText(lesson.Cause, ReviewFinding.CodeMax, "review.factor"),
            Text = Rule.RequireText(lesson.Text, TextMax, "review.lesson"),
            Hours = lesson.Hours,
            By = by,
            At = now,
        };
    }
}
