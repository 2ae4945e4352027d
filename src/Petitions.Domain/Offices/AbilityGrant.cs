namespace Petitions.Domain.Offices;

/// <summary>One ability as it reaches a person through a role: how far it goes and in which office or department.</summary>
public sealed record AbilityGrant(string Ability, string Scope, Guid OfficeId, Guid? DepartmentId);
