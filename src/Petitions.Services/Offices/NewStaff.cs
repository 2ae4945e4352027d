namespace Petitions.Services.Offices;

/// <summary>A person who joins an office.</summary>
public sealed record NewStaff(string Name, string? Phone, Guid DepartmentId, string UserName);
