namespace Petitions.Services.Operations;

/// <summary>The database's clock, and how far this node's is ahead of it (negative: behind). The way there and back is taken off.</summary>
public sealed record ClockReading(DateTime DatabaseNow, TimeSpan Difference);
