using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Search;

/// <summary>A matter as a search reads it.</summary>
public sealed record FoundRow(Guid Id, string Confidentiality, CaseLine Line);
