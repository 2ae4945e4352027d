namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A room.</summary>
public sealed class RoomForm
{
    public Guid SubmissionKey { get; set; }

    public int Version { get; set; }

    public Guid? ServicePointId { get; set; }

    public string? NameZh { get; set; }

    public string? NameEn { get; set; }

    public string? Kind { get; set; }

    public int? Seats { get; set; }

    public bool Enabled { get; set; } = true;
}
