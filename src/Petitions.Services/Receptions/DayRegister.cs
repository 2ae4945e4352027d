namespace Petitions.Services.Receptions;

/// <summary>The day of a service point: its lines, how many are open, and who closed it.</summary>
public sealed record DayRegister(DateOnly Day, DeskPlace Place, IReadOnlyList<DayLine> Lines, int People, int Open, DateTime? ClosedAt, string? ClosedBy);
