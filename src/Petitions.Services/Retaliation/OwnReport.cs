namespace Petitions.Services.Retaliation;

/// <summary>A report as its petitioner sees it: when it was made, when a leader took it up.</summary>
public sealed record OwnReport(DateTime ReportedAt, DateTime? AnsweredAt);
