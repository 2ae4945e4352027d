namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>What the officer under review writes: his statement, or why he makes none, or his grounds against the decision.</summary>
public sealed class OwnReviewForm
{
    public string? Text { get; set; }

    public static string FieldOf(string code) => code is "review.statement" or "review.reason" or "review.grounds" ? nameof(Text) : "";
}
