namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A paper handed over as it is typed.</summary>
public sealed class TranscriptMaterialForm
{
    public const string Original = "original";
    public const string Returned = "returned";

    public string? Name { get; set; }

    public int Copies { get; set; } = 1;

    /// <summary><see cref="Original"/>; a copy when it says anything else.</summary>
    public string? Form { get; set; }

    /// <summary><see cref="Returned"/>; kept when it says anything else.</summary>
    public string? Fate { get; set; }
}
