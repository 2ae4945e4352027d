using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>One counter of a hall now: who hears which ticket, since when, and how long was talked there today.</summary>
public sealed record CounterState(int Counter, string? Staff, string? Ticket, ReceptionState? State, DateTime? Since, TimeSpan TalkedToday, DateTime? OpenedAt);
