namespace Petitions.Domain.Ratings;

/// <summary>One step for each aspect, and a sentence if the petitioner likes.</summary>
public sealed record RatingGiven(string Attitude, string Timeliness, string Result, string FirstHandler, string? Comment)
{
    /// <summary>Of a reception: it has no first handler yet, so that aspect is not asked.</summary>
    public static RatingGiven OfVisit(string attitude, string timeliness, string result, string? comment) => new(attitude, timeliness, result, Rating.NotEvaluated, comment);
}
