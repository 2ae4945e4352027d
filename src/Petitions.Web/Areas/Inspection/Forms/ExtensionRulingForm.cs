namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>What is decided on more time for an appeal.</summary>
public sealed class ExtensionRulingForm
{
    /// <summary>"yes" or "no".</summary>
    public string? Granted { get; set; }

    /// <summary>Why it is refused.</summary>
    public string? Reason { get; set; }

    public static string FieldOf(string code) => code == "review.reason" ? nameof(Reason) : "";
}
