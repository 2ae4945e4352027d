namespace Petitions.Web.Areas.Casework.Forms;

public sealed class AcceptForm
{
    public Guid? DepartmentId { get; set; }

    public Guid? FirstHandlerId { get; set; }

    public Guid? SubstituteId { get; set; }

    public string? OverrideReason { get; set; }

    public bool NoConflict { get; set; }
}
