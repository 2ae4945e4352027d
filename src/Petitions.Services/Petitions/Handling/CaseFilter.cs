using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Handling;

/// <summary>What stands in the address of a list.</summary>
public sealed record CaseFilter(CaseBox Box, PetitionState? State = null, string? Category = null, string? After = null);
