namespace Petitions.Domain.Appointments;

/// <summary>What an appointment begins with, before it is known who comes.</summary>
public sealed record NewAppointment
{
    public required Guid SubmissionKey { get; init; }

    /// <summary>Keyed hash of the booking code; the code itself is never stored.</summary>
    public required byte[] CodeHash { get; init; }

    public required Guid OfficeId { get; init; }

    public required AppointmentForm Form { get; init; }

    public required string Language { get; init; }

    /// <summary>Who of the desk booked it for a caller; null when the citizen did.</summary>
    public Guid? BookedBy { get; init; }
}
