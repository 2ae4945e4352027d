namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>An officer's statement on paper, or why there is none.</summary>
public sealed class StatementForm
{
    /// <summary>"yes" for a statement, "no" where he declined or none came in time.</summary>
    public string? Stated { get; set; }

    public string? Text { get; set; }

    public static string FieldOf(string code) => code switch
    {
        "review.statement" or "review.reason" => nameof(Text),
        "review.statement-time" => nameof(Stated),
        _ => "",
    };
}
