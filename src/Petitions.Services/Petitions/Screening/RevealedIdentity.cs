using Petitions.Domain.People;

namespace Petitions.Services.Petitions.Screening;

/// <summary>An identity block opened for one look.</summary>
public sealed record RevealedIdentity(string Number, string? Name, IdentityBlock Block);
