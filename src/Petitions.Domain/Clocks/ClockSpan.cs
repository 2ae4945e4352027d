namespace Petitions.Domain.Clocks;

/// <summary>An amount of time of one unit; negative counts back.</summary>
public sealed record ClockSpan(int Amount, ClockUnit Unit);
