namespace Petitions.Services.Receptions.Statistics;

/// <summary>The office's settings that the figures depend on: from how many persons a visit is a group's, and the waits that are too long, in minutes.</summary>
public sealed record VisitBounds(int Group, int Amber, int Red);
