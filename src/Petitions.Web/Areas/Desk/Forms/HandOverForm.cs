namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>Who goes on with a bag of letters, and why.</summary>
public sealed class HandOverForm
{
    public Guid? To { get; set; }

    public string? Reason { get; set; }

    public static string FieldOf(string code) => code switch
    {
        "batch.taker" or "batch.taker-has-it" => nameof(To),
        "batch.hand-over-reason" => nameof(Reason),
        _ => "",
    };
}
