namespace Petitions.Domain.Ratings;

/// <summary>
/// The petitioner's own rating (群众评判) of one reply: four aspects on three steps, once. No member of staff can rate.
/// </summary>
public sealed class Rating
{
    public const int CommentMax = 1_000;

    private Rating()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public Guid ReplyId { get; private set; }

    /// <summary>Codes of list Satisfaction, by aspect of list RatingAspect.</summary>
    public string Attitude { get; private set; } = "";

    public string Timeliness { get; private set; } = "";

    public string Result { get; private set; } = "";

    public string FirstHandler { get; private set; } = "";

    public string? Comment { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Whether an aspect is low and a call-back is owed.</summary>
    public bool IsLow => new[] { Attitude, Timeliness, Result, FirstHandler }.Contains("Dissatisfied");

    public static Rating Give(Guid petitionId, Guid replyId, RatingGiven given, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PetitionId = petitionId,
        ReplyId = replyId,
        Attitude = given.Attitude,
        Timeliness = given.Timeliness,
        Result = given.Result,
        FirstHandler = given.FirstHandler,
        Comment = string.IsNullOrWhiteSpace(given.Comment) ? null : Rule.RequireText(given.Comment, CommentMax, "rating.comment"),
        At = now,
    };
}
