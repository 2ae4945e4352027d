namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>A reason, and nothing else.</summary>
public sealed class ReasonForm
{
    public string? Reason { get; set; }

    public static string FieldOf(string code) => code == "review.reason" ? nameof(Reason) : "";
}
