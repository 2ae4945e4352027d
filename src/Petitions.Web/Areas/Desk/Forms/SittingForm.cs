namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>Who really sat on a leaders' day.</summary>
public sealed class SittingForm
{
    public string? Sitting { get; set; }

    public Guid? SatBy { get; set; }

    public string? Note { get; set; }
}
