using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>A line of the desk's list. Who booked stands masked.</summary>
public sealed record BookingLine
{
    public required Guid Id { get; init; }

    public required AppointmentForm Form { get; init; }

    public required AppointmentState State { get; init; }

    public DateOnly? Day { get; init; }

    public DateTime? StartsAt { get; init; }

    public Guid? ServicePointId { get; init; }

    public string Booker { get; init; } = "";

    public int Persons { get; init; }

    public string? Officer { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>No message reaches who booked: call.</summary>
    public bool ToCall { get; init; }
}
