namespace Petitions.Services.Receptions;

/// <summary>Who was called.</summary>
public sealed record CalledTicket(Guid Id, string Ticket);
