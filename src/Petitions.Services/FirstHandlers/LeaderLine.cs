namespace Petitions.Services.FirstHandlers;

/// <summary>A leader of the office with his open lead cases.</summary>
public sealed record LeaderLine(Guid StaffId, string Name, int Open);
