namespace Petitions.Domain.JointVisits;

/// <summary>A seat as it is typed.</summary>
public sealed record SeatDetails
{
    public required SeatKind Kind { get; init; }

    public SeatRole Role { get; init; }

    /// <summary>List ExternalOrganKind, for organs outside this office.</summary>
    public string? OrganKind { get; init; }

    /// <summary>Name of the organ or department.</summary>
    public string? Organ { get; init; }

    public Guid? DepartmentId { get; init; }

    public Guid? StaffId { get; init; }

    /// <summary>Who comes.</summary>
    public string? PersonName { get; init; }

    public string? Bring { get; init; }

    public DateOnly? BringBy { get; init; }

    public Guid? PlaceId { get; init; }

    /// <summary>Encrypted telephone or mail box of an outside guest, an agent or an interpreter.</summary>
    public string? EncryptedContact { get; init; }
}
