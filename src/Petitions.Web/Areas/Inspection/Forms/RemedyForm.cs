namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>A request for recheck or an appeal that came on paper.</summary>
public sealed class RemedyForm
{
    /// <summary>"recheck" or "appeal".</summary>
    public string? Kind { get; set; }

    public string? On { get; set; }

    public string? Grounds { get; set; }

    public static string FieldOf(string code) => code switch
    {
        "review.window" => nameof(On),
        "review.grounds" => nameof(Grounds),
        _ => "",
    };
}
