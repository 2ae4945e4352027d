namespace Petitions.Services.Petitions.Documents;

/// <summary>A document as printed: head, number and the snapshot of its fields in order.</summary>
public sealed record DocumentView(
    Guid Id, string PetitionNumber, string Type, string Title, string? NumberText, string OfficeName, DateTime IssuedAt,
    IReadOnlyDictionary<string, string> Fields);
