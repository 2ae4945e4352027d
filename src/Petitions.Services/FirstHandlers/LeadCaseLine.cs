namespace Petitions.Services.FirstHandlers;

/// <summary>An open lead case: who leads it, by which plan, until when.</summary>
public sealed record LeadCaseLine(Guid Id, string Number, string Title, DateTime ReceivedAt, string? Leader, string? Plan, DateOnly? DueOn);
