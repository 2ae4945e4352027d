namespace Petitions.Services.Operations;

/// <summary>How many further requests a node may let through within a minute; zero with the time to wait.</summary>
public sealed record LimitGrant(int Permits, long Minute, TimeSpan Wait);
