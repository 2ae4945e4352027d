using Petitions.Domain.Appointments;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Appointments;

/// <summary>What the holder of the code sees: state, time and place, and of people only the first character of each name (security.md B6).</summary>
public sealed record OwnBooking
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public Guid? ServicePointId { get; init; }

    public required AppointmentForm Form { get; init; }

    public required AppointmentState State { get; init; }

    public DateTime? StartsAt { get; init; }

    public DateTime? EndsAt { get; init; }

    public DateOnly? Day { get; init; }

    public DateTime? HeldUntil { get; init; }

    /// <summary>The offer comes from the waiting list, not from the office.</summary>
    public bool FromWaitingList { get; init; }

    public string? Officer { get; init; }

    public string? EndReason { get; init; }

    public int Version { get; init; }

    public required IReadOnlyList<OwnBookingPerson> Persons { get; init; }

    public required IReadOnlyList<BookingWish> Wishes { get; init; }

    /// <summary>How many wait before.</summary>
    public int Ahead { get; init; }

    public Guid? PetitionId { get; init; }

    /// <summary>Why its session does not take place; null when it does.</summary>
    public string? CalledOff { get; init; }

    /// <summary>Where it is by video.</summary>
    public OwnVideo? Video { get; init; }

    /// <summary>The time may still be changed or called off.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>It has a time to come to.</summary>
    public bool Stands => State == AppointmentState.Confirmed && CalledOff is null;
}
