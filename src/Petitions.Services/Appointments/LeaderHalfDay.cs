namespace Petitions.Services.Appointments;

/// <summary>A half-day on which a leader sat.</summary>
public sealed record LeaderHalfDay(DateOnly Day, bool IsMorning);
