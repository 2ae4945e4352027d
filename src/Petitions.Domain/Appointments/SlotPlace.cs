namespace Petitions.Domain.Appointments;

/// <summary>One numbered place of a slot, found free a moment ago; the save decides whether it still is.</summary>
public sealed record SlotPlace(Guid SessionId, Guid SlotId, Guid ServicePointId, int Number, DateTime StartsAt, DateTime EndsAt, Guid? OfficerId);
