namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>Why an original is opened.</summary>
public sealed class OriginalForm
{
    public string? Reason { get; set; }
}
