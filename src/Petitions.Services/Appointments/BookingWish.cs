using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>A wished time; with its slot, the start and whether a place is free.</summary>
public sealed record BookingWish(int Rank, DateOnly Day, DayHalf Half, Guid? SlotId, DateTime? StartsAt, string? Leader);
