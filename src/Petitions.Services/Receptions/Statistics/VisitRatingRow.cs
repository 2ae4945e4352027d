namespace Petitions.Services.Receptions.Statistics;

/// <summary>One rating behind the figure: its day, its steps and its words. Neither ticket nor receiver, so that it leads to no visitor.</summary>
public sealed record VisitRatingRow(Guid Id, DateTime At, DateOnly Day, string Attitude, string Timeliness, string Result, string? Comment);
