namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>The next version of the checklist, one step in each line.</summary>
public sealed class ChecklistForm
{
    public string? Steps { get; set; }

    public string? Reason { get; set; }

    public static string FieldOf(string code) => code switch
    {
        "checklist.steps" or "checklist.same" => nameof(Steps),
        "checklist.reason" => nameof(Reason),
        _ => "",
    };
}
