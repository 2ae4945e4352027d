namespace Petitions.Services.Offices;

/// <summary>One member of staff with account, roles and absences.</summary>
public sealed record StaffSheet
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? Phone { get; init; }

    public required Guid DepartmentId { get; init; }

    public required bool Active { get; init; }

    public string? UserName { get; init; }

    public required IReadOnlyList<GrantLine> Grants { get; init; }

    public required IReadOnlyList<AbsenceLine> Absences { get; init; }
}
