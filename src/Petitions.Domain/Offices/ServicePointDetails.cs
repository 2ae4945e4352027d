namespace Petitions.Domain.Offices;

/// <summary>Where a service point is and when it is open.</summary>
public sealed record ServicePointDetails
{
    public required Guid DepartmentId { get; init; }

    public required string Type { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string AreaCode { get; init; }

    public string? AddressZh { get; init; }

    public string? Phone { get; init; }

    public required string OpenWeekdays { get; init; }

    public string? HoursMorning { get; init; }

    public string? HoursAfternoon { get; init; }

    public int Counters { get; init; }

    public bool Enabled { get; init; } = true;
}
