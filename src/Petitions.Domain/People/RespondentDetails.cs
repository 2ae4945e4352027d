namespace Petitions.Domain.People;

/// <summary>A unit or person complained of, as filed; ids where the part of the office is known.</summary>
public sealed record RespondentDetails
{
    public required RespondentKind Kind { get; init; }

    public required string Name { get; init; }

    public Guid? OfficeId { get; init; }

    public Guid? DepartmentId { get; init; }

    public Guid? StaffId { get; init; }
}
