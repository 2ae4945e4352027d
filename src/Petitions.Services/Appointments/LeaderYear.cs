namespace Petitions.Services.Appointments;

/// <summary>A leader and the half-days of a year on which he really sat, the first first.</summary>
public sealed record LeaderYear(Guid Id, string Name, IReadOnlyList<LeaderHalfDay> HalfDays);
