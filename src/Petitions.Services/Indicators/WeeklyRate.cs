namespace Petitions.Services.Indicators;

/// <summary>In time of those due; what nobody could be told stands apart by reason.</summary>
public sealed record WeeklyRate(int Due, int InTime, IReadOnlyDictionary<string, int> Apart);
