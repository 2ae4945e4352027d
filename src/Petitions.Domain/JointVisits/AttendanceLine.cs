namespace Petitions.Domain.JointVisits;

/// <summary>Attendance of one seat as it stood when the sitting ended; the minutes hold it, whatever is edited later (journey J8 f).</summary>
public sealed record AttendanceLine
{
    public required Guid SeatId { get; init; }

    public required SeatKind Kind { get; init; }

    public required SeatRole Role { get; init; }

    public string? Organ { get; init; }

    public string? Person { get; init; }

    public string? Place { get; init; }

    public required SeatPresence Presence { get; init; }

    public string? Reason { get; init; }

    public required DateTime At { get; init; }
}
