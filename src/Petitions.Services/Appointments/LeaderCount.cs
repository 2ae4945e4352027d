namespace Petitions.Services.Appointments;

/// <summary>The half-days a leader really sat this year.</summary>
public sealed record LeaderCount(Guid StaffId, string Name, int HalfDays);
