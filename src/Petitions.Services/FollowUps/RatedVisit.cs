using Petitions.Domain.Receptions;

namespace Petitions.Services.FollowUps;

/// <summary>The visit a call-back is about, without its people.</summary>
public sealed record RatedVisit(Guid Id, Ticket Ticket, DateTime ArrivedAt, Guid ServicePointId, ReceptionOutcome? Outcome);
