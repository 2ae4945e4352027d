namespace Petitions.Services.Indicators;

/// <summary>Overdue matters of a unit at the week's end; without a name: not routed yet.</summary>
public sealed record WeeklyUnit(string NameZh, string NameEn, int Overdue);
