using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>A seat as a form holds it.</summary>
public sealed record WriteSeat
{
    public required SeatKind Kind { get; init; }

    public SeatRole Role { get; init; }

    public string? OrganKind { get; init; }

    public string? Organ { get; init; }

    public Guid? DepartmentId { get; init; }

    public Guid? StaffId { get; init; }

    public string? PersonName { get; init; }

    public string? Bring { get; init; }

    public DateOnly? BringBy { get; init; }

    public Guid? PlaceId { get; init; }

    /// <summary>Telephone or mail box of an outside guest, an agent or an interpreter.</summary>
    public string? Contact { get; init; }
}
