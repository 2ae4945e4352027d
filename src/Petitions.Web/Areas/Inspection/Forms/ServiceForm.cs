namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>When and how a decision reached the officer.</summary>
public sealed class ServiceForm
{
    public string? On { get; set; }

    /// <summary>List DeliveryWay.</summary>
    public string? Way { get; set; }

    public static string FieldOf(string code) => code switch
    {
        "review.served-on" => nameof(On),
        "review.way" => nameof(Way),
        _ => "",
    };
}
