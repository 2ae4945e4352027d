namespace Petitions.Domain.Offices;

/// <summary>What a department is and which business lines it serves.</summary>
public sealed record DepartmentDetails
{
    public required int Sort { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required IReadOnlyList<string> BusinessLines { get; init; }

    public bool IsPetitionDepartment { get; init; }

    public Guid? ParentId { get; init; }

    public bool Enabled { get; init; } = true;
}
