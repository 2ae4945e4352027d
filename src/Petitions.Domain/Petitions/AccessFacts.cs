using Petitions.Domain.Facts;

namespace Petitions.Domain.Petitions;

/// <summary>Access code handed out with the petitioner's consent (授予查询权限).</summary>
public sealed record AccessGranted(Guid PetitionId, Guid GrantId, string Scope, DateOnly ValidUntil) : Fact(PetitionId);

/// <summary>Access code taken back (撤销查询权限).</summary>
public sealed record AccessRevoked(Guid PetitionId, Guid GrantId, [property: Erasable] string Reason) : Fact(PetitionId);
