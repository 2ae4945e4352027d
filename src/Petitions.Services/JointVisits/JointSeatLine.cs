using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>A seat as pages show it.</summary>
public sealed record JointSeatLine
{
    public required Guid Id { get; init; }

    public required SeatKind Kind { get; init; }

    public required SeatRole Role { get; init; }

    public string? OrganKind { get; init; }

    public string? Organ { get; init; }

    public Guid? DepartmentId { get; init; }

    public Guid? StaffId { get; init; }

    public string? Person { get; init; }

    public string? Bring { get; init; }

    public DateOnly? BringBy { get; init; }

    public Guid? PlaceId { get; init; }

    public bool HasContact { get; init; }

    public DateTime? AcceptedAt { get; init; }

    public DateTime? BroughtAt { get; init; }

    /// <summary>The day has passed and nothing came.</summary>
    public bool PapersLate { get; init; }

    public SeatPresence Presence { get; init; }

    public string? AbsenceReason { get; init; }

    public bool IsOrgan { get; init; }

    public bool IsGuest { get; init; }

    public bool GivesView { get; init; }

    public bool Signs { get; init; }

    /// <summary>The link that is good now: when it was given, and whether it was opened.</summary>
    public DateTime? LinkAt { get; init; }

    public DateTime? LinkOpenedAt { get; init; }

    /// <summary>Organ and person, as one line.</summary>
    public string Name => string.Join(' ', new[] { Organ, Person }.Where(part => !string.IsNullOrEmpty(part)));
}
