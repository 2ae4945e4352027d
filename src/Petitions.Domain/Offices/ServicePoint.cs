namespace Petitions.Domain.Offices;

/// <summary>A place that takes matters in (12309 hall, township office, village or community point, hotline). No own numbering.</summary>
public sealed class ServicePoint
{
    private ServicePoint()
    {
    }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public Guid OfficeId { get; private set; }

    public Guid DepartmentId { get; private set; }

    /// <summary>List ServicePointType.</summary>
    public string Type { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string AreaCode { get; private set; } = "";

    public string? AddressZh { get; private set; }

    public string? Phone { get; private set; }

    /// <summary>Days open, 1 = Monday, joined by a bar.</summary>
    public string OpenWeekdays { get; private set; } = "";

    /// <summary><c>HH:mm-HH:mm</c>.</summary>
    public string? HoursMorning { get; private set; }

    public string? HoursAfternoon { get; private set; }

    public int Counters { get; private set; }

    public bool Enabled { get; private set; }

    public int Version { get; private set; }

    public static ServicePoint Create(string code, Guid officeId, ServicePointDetails details, DateTime now)
    {
        var point = new ServicePoint { Id = Guid.CreateVersion7(new DateTimeOffset(now)), Code = code, OfficeId = officeId, Version = 1 };
        point.Apply(details);
        return point;
    }

    public OfficeChanged Change(ServicePointDetails details)
    {
        var before = $"{NameZh} {OpenWeekdays} {HoursMorning} {HoursAfternoon}";
        Apply(details);
        Version++;
        return new OfficeChanged(OfficeId, "ServicePoint", Code, before, $"{NameZh} {OpenWeekdays} {HoursMorning} {HoursAfternoon}");
    }

    private void Apply(ServicePointDetails details)
    {
        DepartmentId = details.DepartmentId;
        Type = details.Type;
        NameZh = Rule.RequireText(details.NameZh, Office.NameMax, "service-point.name");
        NameEn = Rule.RequireText(details.NameEn, Office.NameMax, "service-point.name");
        AreaCode = details.AreaCode;
        AddressZh = details.AddressZh;
        Phone = details.Phone;
        OpenWeekdays = details.OpenWeekdays;
        HoursMorning = details.HoursMorning;
        HoursAfternoon = details.HoursAfternoon;
        Counters = details.Counters;
        Enabled = details.Enabled;
    }
}
