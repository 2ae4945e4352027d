namespace Petitions.Domain.Clocks;

/// <summary>A computed deadline: the raw last day, the day after rolling, and what the reader must be warned of.</summary>
public sealed record Deadline(DateOnly Raw, DateOnly Due, bool ProvisionalCalendar, bool UncoveredYear);
