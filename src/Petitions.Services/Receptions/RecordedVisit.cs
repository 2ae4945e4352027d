using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>What a saved visit gives back: its ticket and, with a petition, the receipt.</summary>
public sealed record RecordedVisit(Guid Id, string Ticket, Receipt? Receipt, bool Repeated);
