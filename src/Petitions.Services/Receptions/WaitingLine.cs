using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>A ticket of the day as the duty board lists it: no name and no subject.</summary>
public sealed record WaitingLine(Guid Id, string Ticket, ReceptionState State, DateTime ArrivedAt, int Waited, int? Counter, string? Priority, VisitTimes Times);
