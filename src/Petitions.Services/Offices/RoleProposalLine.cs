namespace Petitions.Services.Offices;

/// <summary>A role that waits for a second person. <paramref name="Own"/>: the reader asked for it himself.</summary>
public sealed record RoleProposalLine(Guid Id, string Name, string Role, Guid DepartmentId, DateOnly From, DateOnly? To, string ProposedBy, bool Own);
