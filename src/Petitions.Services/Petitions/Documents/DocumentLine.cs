namespace Petitions.Services.Petitions.Documents;

public sealed record DocumentLine(Guid Id, string Type, string Title, string? NumberText, DateTime IssuedAt, bool ToPetitioner);
