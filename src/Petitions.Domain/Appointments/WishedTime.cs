namespace Petitions.Domain.Appointments;

/// <summary>A wished time: a slot of a leader's day, or a day and its half.</summary>
public sealed record WishedTime(DateOnly Day, DayHalf Half, Guid? SlotId = null);
