namespace Petitions.Domain.Offices;

/// <summary>A department (内设机构) of one office. Business lines map function to department, one department per line.</summary>
public sealed class Department
{
    public const int LinesMax = 400;

    private Department()
    {
    }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public Guid OfficeId { get; private set; }

    /// <summary>Department above; naming it as respondent walls this one too.</summary>
    public Guid? ParentId { get; private set; }

    public int Sort { get; private set; }

    public string NameZh { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>Codes of BusinessLine, joined by a bar.</summary>
    public string BusinessLines { get; private set; } = "";

    public bool IsPetitionDepartment { get; private set; }

    public bool Enabled { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<string> Lines => CsvTable.Codes(BusinessLines);

    public static Department Create(string code, Guid officeId, DepartmentDetails details, DateTime now)
    {
        var department = new Department { Id = Guid.CreateVersion7(new DateTimeOffset(now)), Code = code, OfficeId = officeId, Version = 1 };
        department.Apply(details);
        return department;
    }

    public OfficeChanged Change(DepartmentDetails details)
    {
        var before = $"{NameZh} {BusinessLines}";
        Apply(details);
        Version++;
        return new OfficeChanged(OfficeId, "Department", Code, before, $"{NameZh} {BusinessLines}");
    }

    private void Apply(DepartmentDetails details)
    {
        Rule.Require(details.ParentId != Id, "department.own-parent");
        Sort = details.Sort;
        NameZh = Rule.RequireText(details.NameZh, Office.NameMax, "department.name");
        NameEn = Rule.RequireText(details.NameEn, Office.NameMax, "department.name");
        BusinessLines = string.Join('|', details.BusinessLines);
        IsPetitionDepartment = details.IsPetitionDepartment;
        ParentId = details.ParentId;
        Enabled = details.Enabled;
    }
}
