using System.Globalization;
using Petitions.Domain.Clocks;

namespace Petitions.Web.Areas.Inspection.Forms;

/// <summary>When and how a decision reached the officer.</summary>
public sealed class ServiceForm
{
    public string? On { get; set; }

    /// <summary>List DeliveryWay.</summary>
    public string? Way { get; set; }

    /// <summary>The form as it opens: most are served on the day.</summary>
    public static ServiceForm Today(TimeProvider clock) => new() { On = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    public static string FieldOf(string code) => code switch
    {
        "review.served-on" => nameof(On),
        "review.way" => nameof(Way),
        _ => "",
    };
}
