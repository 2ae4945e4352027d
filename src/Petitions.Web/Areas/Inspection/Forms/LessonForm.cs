using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>A lesson, a training proposal or a change of a rule.</summary>
public sealed class LessonForm
{
    public LessonKind Kind { get; set; }

    /// <summary>List AccountabilityFactor.</summary>
    public string? Cause { get; set; }

    public string? Text { get; set; }

    public int? Hours { get; set; }

    public NewLesson ToRequest() => new(Kind, Cause ?? "", Text, Hours);

    public static string FieldOf(string code) => code switch
    {
        "review.lesson-kind" => nameof(Kind),
        "review.causes" or "review.factor" => nameof(Cause),
        "review.lesson" or "review.lesson-name" => nameof(Text),
        "review.hours" => nameof(Hours),
        _ => "",
    };
}
