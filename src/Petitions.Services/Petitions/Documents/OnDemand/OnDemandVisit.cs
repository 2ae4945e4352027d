namespace Petitions.Services.Petitions.Documents.OnDemand;

/// <summary>A visit of the matter, to choose from.</summary>
public sealed record OnDemandVisit(Guid Id, string Ticket, DateOnly Day);
