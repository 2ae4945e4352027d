namespace Petitions.Services.Appointments;

/// <summary>One slot with its places and how many of them hold a booking.</summary>
public sealed record SlotLine(Guid Id, DateTime StartsAt, DateTime EndsAt, int PublicPlaces, int InternalPlaces)
{
    public int Booked { get; init; }
}
