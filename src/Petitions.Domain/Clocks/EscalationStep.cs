namespace Petitions.Domain.Clocks;

/// <summary>
/// One message on one day. Level: days before the due date for a warning, 0 for the overdue record, 1, 2, 3 ... for
/// chasers. (clock, Kind, Level, On) is a key a job can use to write each step once.
/// </summary>
public sealed record EscalationStep(EscalationStepKind Kind, DateOnly On, int Level, string Role);
