namespace Petitions.Web.Areas.Admin.Models;

/// <summary>An office, department or service point, as typed; each page uses its own fields.</summary>
public sealed class OfficeForm
{
    public int Version { get; set; }

    public string? Code { get; set; }

    public string? NameZh { get; set; }

    public string? NameEn { get; set; }

    public string? ShortZh { get; set; }

    public string? PublicPrefix { get; set; }

    public string? AddressZh { get; set; }

    public string? Phone { get; set; }

    public List<string> BusinessLines { get; set; } = [];

    public bool IsPetitionDepartment { get; set; }

    public Guid? ParentId { get; set; }

    public Guid? DepartmentId { get; set; }

    public string? OpenWeekdays { get; set; }

    public string? HoursMorning { get; set; }

    public string? HoursAfternoon { get; set; }

    /// <summary>Who serves a service point.</summary>
    public List<Guid> People { get; set; } = [];

    public int Counters { get; set; }

    public bool Enabled { get; set; } = true;
}
