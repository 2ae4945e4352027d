namespace Petitions.Domain.AccountabilityReviews;

/// <summary>How one step of the checklist was done. An answer given again is a further row; the last one counts. Only ever added.</summary>
public sealed class ReviewCheck
{
    public const int NoteMax = 1_000;

    private ReviewCheck()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReviewId { get; private set; }

    /// <summary>Number of the step in the review's version, from 1.</summary>
    public int Step { get; private set; }

    /// <summary>Done; false where the step does not apply.</summary>
    public bool Done { get; private set; }

    public string? Note { get; private set; }

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    /// <exception cref="RuleBrokenException">review.check-step, review.check-note: a step that does not apply says why.</exception>
    public static ReviewCheck Answer(Guid reviewId, int step, int steps, bool done, string? note, Guid by, DateTime now)
    {
        Rule.Require(step >= 1 && step <= steps, "review.check-step");
        return new ReviewCheck
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            ReviewId = reviewId,
            Step = step,
            Done = done,
            Note = done && string.IsNullOrWhiteSpace(note) ? null : Rule.RequireText(note, NoteMax, "review.check-note"),
            By = by,
            At = now,
        };
    }
}
