namespace Petitions.Domain.Clocks;

/// <summary>A finished pause [From, Restart): the restart day counts again.</summary>
public sealed record PauseSpan(DateOnly From, DateOnly Restart);
