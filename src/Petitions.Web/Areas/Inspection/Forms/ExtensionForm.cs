namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>More time to decide an appeal, and why.</summary>
public sealed class ExtensionForm
{
    /// <summary>In the unit of the rule.</summary>
    public int? Amount { get; set; }

    public string? Reason { get; set; }

    public static string FieldOf(string code) => code switch
    {
        "clock.extension-not-positive" or "clock.extension-too-long" => nameof(Amount),
        "clock.extension-needs-reason" => nameof(Reason),
        _ => "",
    };
}
