namespace Petitions.Domain.Appointments;

/// <summary>A time without a slot: a home visit, a call, an officer's own hour.</summary>
public sealed record AgreedTime(DateTime StartsAt, DateTime EndsAt);
