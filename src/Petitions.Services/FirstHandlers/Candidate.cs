namespace Petitions.Services.FirstHandlers;

/// <summary>A possible handler with his load beside the name.</summary>
public sealed record Candidate(Guid StaffId, string Name, int Open, int Overdue, DateOnly? AbsentUntil);
