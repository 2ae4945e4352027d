namespace Petitions.Services.Receptions;

/// <summary>A slip that was entered: the true time of arrival apart from the time of entry.</summary>
public sealed record PaperSlipLine(int Number, Guid VisitId, string Ticket, DateTime ArrivedAt, DateTime EnteredAt);
