using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;

namespace Petitions.Domain.Ratings;

/// <summary>
/// The petitioner's own rating (群众评判) of one reply or of one reception, aspect by aspect on three steps, once (domain.md row
/// 37). No member of staff can rate. It belongs either to a reply and its matter, or to a visit, which may have no matter.
/// </summary>
public sealed class Rating
{
    public const int CommentMax = 1_000;

    /// <summary>Step of list Satisfaction that is no answer: of an aspect that was not asked.</summary>
    public const string NotEvaluated = "NotEvaluated";

    private Rating()
    {
    }

    public Guid Id { get; private set; }

    public Guid? PetitionId { get; private set; }

    public Guid? ReplyId { get; private set; }

    public Guid? ReceptionId { get; private set; }

    /// <summary>Codes of list Satisfaction, by aspect of list RatingAspect.</summary>
    public string Attitude { get; private set; } = "";

    public string Timeliness { get; private set; } = "";

    public string Result { get; private set; } = "";

    public string FirstHandler { get; private set; } = "";

    public string? Comment { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Whether an aspect is low and a call-back is owed.</summary>
    public bool IsLow => new[] { Attitude, Timeliness, Result, FirstHandler }.Contains("Dissatisfied");

    /// <summary>Of a reply.</summary>
    public static Rating Give(Guid petitionId, Guid replyId, RatingGiven given, DateTime now)
    {
        var rating = Of(given, now);
        (rating.PetitionId, rating.ReplyId) = (petitionId, replyId);
        return rating;
    }

    /// <summary>Of a reception that is over, whether the visitor was heard or left: waiting is part of it.</summary>
    /// <exception cref="RuleBrokenException">rating.not-ended, rating.comment.</exception>
    public static Rating Give(Reception visit, RatingGiven given, DateTime now)
    {
        Rule.Require(visit.State == ReceptionState.Ended, "rating.not-ended");
        var rating = Of(given, now);
        rating.ReceptionId = visit.Id;
        return rating;
    }

    /// <summary>The fact of it, in the chain of the matter or of the visit.</summary>
    public ReplyRated ToFact() => new(PetitionId, ReplyId, Attitude, Timeliness, Result, FirstHandler, Comment, ReceptionId);

    private static Rating Of(RatingGiven given, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        Attitude = given.Attitude,
        Timeliness = given.Timeliness,
        Result = given.Result,
        FirstHandler = given.FirstHandler,
        Comment = string.IsNullOrWhiteSpace(given.Comment) ? null : Rule.RequireText(given.Comment, CommentMax, "rating.comment"),
        At = now,
    };
}
