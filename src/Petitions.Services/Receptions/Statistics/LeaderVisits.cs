using Petitions.Services.Appointments;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>A leader's half-days of the year (院领导接访) and the visits he heard in the period.</summary>
public sealed record LeaderVisits(LeaderYear Year, VisitCount Heard);
