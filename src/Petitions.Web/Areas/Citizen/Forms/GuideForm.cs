namespace Petitions.Web.Areas.Citizen.Forms;

/// <summary>The three answers of the guide; they stand in the address.</summary>
public sealed class GuideForm
{
    public string? What { get; set; }

    public string? Who { get; set; }

    public string? Paper { get; set; }
}
