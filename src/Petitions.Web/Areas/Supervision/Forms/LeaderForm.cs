namespace Petitions.Web.Areas.Supervision.Forms;

public sealed class LeaderForm
{
    public string? Number { get; set; }

    public Guid? StaffId { get; set; }

    public string? DueOn { get; set; }

    public string? Plan { get; set; }
}
