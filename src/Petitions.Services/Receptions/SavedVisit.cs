namespace Petitions.Services.Receptions;

/// <summary>A visit just saved: its ticket and whether there is a receipt to print.</summary>
public sealed record SavedVisit(Guid Id, string Ticket, string? Priority, bool Filed);
