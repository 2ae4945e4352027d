namespace Petitions.Services.JointVisits;

/// <summary>A member of staff who may be named for a seat.</summary>
public sealed record JointColleague(Guid Id, string Name, Guid DepartmentId);
