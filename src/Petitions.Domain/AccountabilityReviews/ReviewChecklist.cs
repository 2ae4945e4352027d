namespace Petitions.Domain.AccountabilityReviews;

/// <summary>
/// One version of an office's checklist for reviews (查究规范). A change makes the next version; a review keeps the one it
/// was opened with (seed feature 54). Only ever added.
/// </summary>
public sealed class ReviewChecklist
{
    public const int StepMax = 300;
    public const int StepsMax = 40;
    public const int TextMax = StepMax * StepsMax;
    public const int ReasonMax = 500;

    private ReviewChecklist()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public int Number { get; private set; }

    /// <summary>One step in each line.</summary>
    public string Text { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>Null for the version the portal comes with.</summary>
    public Guid? By { get; private set; }

    public DateTime At { get; private set; }

    public IReadOnlyList<string> Steps => Text.Split('\n');

    /// <exception cref="RuleBrokenException">checklist.steps, checklist.reason, checklist.same.</exception>
    public static ReviewChecklist Write(Guid officeId, ReviewChecklist? before, string? text, string? reason, Guid? by, DateTime now)
    {
        var steps = TextLength.Lines(text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Rule.Require(steps.Length is > 0 and <= StepsMax && steps.All(step => TextLength.CodePoints(step) <= StepMax), "checklist.steps");
        var whole = string.Join('\n', steps);
        Rule.Require(whole != before?.Text, "checklist.same");
        return new ReviewChecklist
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            OfficeId = officeId,
            Number = (before?.Number ?? 0) + 1,
            Text = whole,
            Reason = Rule.RequireText(reason, ReasonMax, "checklist.reason"),
            By = by,
            At = now,
        };
    }
}
