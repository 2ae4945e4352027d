using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>The last visit of a visitor.</summary>
public sealed record KnownVisit(DateTime ArrivedAt, string Ticket, string? Topic, ReceptionOutcome? Outcome);
