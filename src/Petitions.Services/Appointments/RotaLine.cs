using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>One leaders' day with what became of it.</summary>
public sealed record RotaLine(
    Guid Id, Guid ServicePointId, DateOnly Day, DateOnly? RuleDay, DateTime StartsAt, DateTime EndsAt, Guid LeaderId, string? Leader, SessionState State,
    SessionSitting? Sitting, string? SatBy, string? Note, string? RecordedBy, DateTime? RecordedAt);
