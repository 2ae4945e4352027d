using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>One session in the week of a service point.</summary>
public sealed record SessionLine(
    Guid Id, string Form, DateOnly Day, DateOnly? RuleDay, DateTime StartsAt, DateTime EndsAt, string? Leader, string? RoomZh, string? RoomEn, SessionState State, Guid? MovedToId, string? Reason,
    int SlotMinutes, int Slots, int PublicPlaces, int InternalPlaces)
{
    /// <summary>Places that hold a booking.</summary>
    public int Booked { get; init; }

    public int Places => Slots * (PublicPlaces + InternalPlaces);

    public bool IsOpen => State is SessionState.Planned or SessionState.Published;
}
