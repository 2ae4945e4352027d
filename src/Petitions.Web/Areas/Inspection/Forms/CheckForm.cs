namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>How one step of the checklist was done.</summary>
public sealed class CheckForm
{
    public int Step { get; set; }

    /// <summary>False where the step does not apply.</summary>
    public bool Done { get; set; }

    public string? Note { get; set; }

    public static string FieldOf(string code) => code == "review.check-note" ? nameof(Note) : "";
}
