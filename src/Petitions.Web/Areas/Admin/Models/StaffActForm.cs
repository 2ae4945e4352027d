namespace Petitions.Web.Areas.Admin.Models;

/// <summary>The small forms of a staff page; each uses its own fields.</summary>
public sealed class StaffActForm
{
    public Guid? DepartmentId { get; set; }

    public string? AbsentFrom { get; set; }

    public string? AbsentTo { get; set; }

    public string? Role { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }
}
