using Petitions.Domain.Facts;

namespace Petitions.Domain.Appointments;

/// <summary>An appointment is asked for, and what becomes of it until it is confirmed (申请预约). Codes only: who comes stands in the appointment.</summary>
public sealed record AppointmentRequested(
    Guid AppointmentId, Guid OfficeId, AppointmentForm Form, AppointmentStep Step, int Persons, DateTime? StartsAt = null, DateTime? HeldUntil = null, Guid? OfficerId = null,
    Guid? PetitionId = null) : Fact(AppointmentId);

/// <summary>The time is settled, or something about a settled one changed (确认预约). Persons are those who may come.</summary>
public sealed record AppointmentConfirmed(
    Guid AppointmentId, AppointmentStep Step, DateTime StartsAt, DateTime EndsAt, Guid? SlotId, int? Place, int Persons, int Refused, DateTime? Before = null,
    Guid? OfficerId = null, Guid? SecondOfficerId = null, [property: Erasable] string? Note = null) : Fact(AppointmentId);

/// <summary>Called off (取消预约), by the citizen or, with a reason, by the office.</summary>
public sealed record AppointmentCancelled(Guid AppointmentId, bool ByOffice, DateTime? StartsAt, [property: Erasable] string? Reason) : Fact(AppointmentId);

/// <summary>Nobody came (爽约). Recorded for the planning of places; it has no effect on later bookings.</summary>
public sealed record AppointmentMissed(Guid AppointmentId, DateTime StartsAt) : Fact(AppointmentId);
