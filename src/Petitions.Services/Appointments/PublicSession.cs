using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>A session as anybody may know it: when, where, and of a leader his name and duty.</summary>
/// <param name="Id">Leads to the booking.</param>
/// <param name="ServicePointId">Where.</param>
/// <param name="Form">List ReceptionForm.</param>
/// <param name="Day">Asia/Shanghai.</param>
/// <param name="RuleDay">The regular day, when the session was moved off a holiday.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC.</param>
/// <param name="Leader">Name of the leader or officer who sits.</param>
/// <param name="Role">His duty, list Role; null for an officer.</param>
/// <param name="State">Published, held, moved or cancelled.</param>
/// <param name="MovedTo">The day it was moved to.</param>
/// <param name="Reason">Why it was moved or called off.</param>
public sealed record PublicSession(
    Guid Id, Guid ServicePointId, string Form, DateOnly Day, DateOnly? RuleDay, DateTime StartsAt, DateTime EndsAt, string? Leader, string? Role, SessionState State, DateOnly? MovedTo, string? Reason)
{
    public bool IsLeadersDay => Form == SitterCheck.LeadersDay;

    /// <summary>An odd day shuts it, although nobody has moved it yet.</summary>
    public bool IsShut { get; init; }
}
