using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Joining;

/// <summary>A matter of the same person, or on the same respondent, with how alike the words are: number and state only.</summary>
/// <param name="Likely">As alike as the office's threshold asks.</param>
/// <param name="Open">Something can still be added to it.</param>
public sealed record SimilarMatter(Guid Id, string Number, string Category, string Channel, PetitionState State, DateTime ReceivedAt, decimal Similarity, bool Likely, bool Open);
