namespace Petitions.Domain.Ratings;

/// <summary>One step for each aspect, and a sentence if the petitioner likes.</summary>
public sealed record RatingGiven(string Attitude, string Timeliness, string Result, string FirstHandler, string? Comment);
