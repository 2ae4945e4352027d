namespace Petitions.Web.Areas.Admin.Models;

/// <summary>A person who joins, as typed.</summary>
public sealed class JoinForm
{
    public string? Name { get; set; }

    public string? Phone { get; set; }

    public Guid? DepartmentId { get; set; }

    public string? UserName { get; set; }
}
