namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>A review proposed by hand.</summary>
public sealed class ProposeForm
{
    public string? Number { get; set; }

    /// <summary>List ReviewTrigger.</summary>
    public string? Trigger { get; set; }

    public string? Reason { get; set; }

    public static string FieldOf(string code) => code switch
    {
        "review.trigger" => nameof(Trigger),
        "review.reason" => nameof(Reason),
        "review.number" => nameof(Number),
        _ => "",
    };
}
