namespace Petitions.Web.Areas.Citizen.Forms;

/// <summary>What the guide proposed, if the citizen took it.</summary>
public sealed class StartForm
{
    public string? Category { get; set; }

    public string? SubCategory { get; set; }
}
