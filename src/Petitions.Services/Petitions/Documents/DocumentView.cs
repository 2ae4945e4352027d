using Petitions.Domain.Petitions.Documents;

namespace Petitions.Services.Petitions.Documents;

/// <summary>A document as issued: number, the snapshot of its fields, and the paper they make.</summary>
public sealed record DocumentView(
    Guid Id, Guid PetitionId, string PetitionNumber, string Type, string Title, string? NumberText, string OfficeName, DateTime IssuedAt,
    IReadOnlyDictionary<string, string> Fields, Paper Paper)
{
    /// <summary>What a saved file is called: the document and its matter, no name of a person.</summary>
    public string FileName => $"{PetitionNumber}-{Title}";
}
