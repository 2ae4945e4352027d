namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>How a review ends that found nobody at fault.</summary>
public sealed class NoFaultForm
{
    public string? Reason { get; set; }

    public string? Told { get; set; }

    public static string FieldOf(string code) => code switch
    {
        "review.reason" => nameof(Reason),
        "review.told" or "review.told-name" => nameof(Told),
        _ => "",
    };
}
