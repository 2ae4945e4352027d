namespace Petitions.Domain.FollowUps;

/// <summary>
/// A call-back (回电) owed after a low rating: within three working days, by somebody with no fact on the matter
/// (journey J9, seed feature 38). One for each rated reply or visit. A complaint about a reply may go on as a review matter, or be
/// put to the inspection department as a proposed accountability review; a visit that was rated has no answer to review.
/// </summary>
public sealed class CallbackTask
{
    public const int NoteMax = 2_000;

    private CallbackTask()
    {
    }

    public Guid Id { get; private set; }

    public Guid? PetitionId { get; private set; }

    public Guid? ReplyId { get; private set; }

    /// <summary>The visit that was rated; a task is of a reply or of a visit.</summary>
    public Guid? ReceptionId { get; private set; }

    public DateTime OpenedAt { get; private set; }

    /// <summary>By when to call about a visit; of a reply the clock of its matter says it.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Whom the system chose among those who never touched the matter; null when there was nobody.</summary>
    public Guid? OfficerId { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public Guid? DoneBy { get; private set; }

    public CallbackOutcome? Outcome { get; private set; }

    /// <summary>The review matter it led to.</summary>
    public Guid? ReviewId { get; private set; }

    /// <summary>List ReviewTrigger: the accountability review it proposed.</summary>
    public string? Trigger { get; private set; }

    public int Version { get; private set; }

    /// <summary>After the rating of a reply.</summary>
    public static (CallbackTask Task, CallbackOpened Fact) Open(Guid petitionId, Guid replyId, Guid? officerId, DateTime now)
    {
        var task = Of(officerId, now);
        (task.PetitionId, task.ReplyId) = (petitionId, replyId);
        return (task, new CallbackOpened(petitionId, task.Id, replyId, officerId));
    }

    /// <summary>After the rating of a visit.</summary>
    public static (CallbackTask Task, CallbackOpened Fact) OpenForVisit(Guid receptionId, Guid? officerId, DateOnly? dueOn, DateTime now)
    {
        var task = Of(officerId, now);
        (task.ReceptionId, task.DueOn) = (receptionId, dueOn);
        return (task, new CallbackOpened(null, task.Id, null, officerId, receptionId));
    }

    private static CallbackTask Of(Guid? officerId, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        OpenedAt = now,
        OfficerId = officerId,
        Version = 1,
    };

    /// <summary>What must be right before anything follows from the report.</summary>
    /// <exception cref="RuleBrokenException">callback.already-done, callback.outcome, callback.visit, callback.not-standing, alert.note.</exception>
    public void RequireReport(CallbackReport report)
    {
        Rule.Require(DoneAt is null, "callback.already-done");
        Rule.Require(report.Outcome is { } known && Enum.IsDefined(known), "callback.outcome");
        Rule.Require(ReceptionId is null || (!report.Reopen && string.IsNullOrEmpty(report.Trigger)), "callback.visit");
        Rule.Require(report.Outcome == CallbackOutcome.ComplaintStands || (!report.Reopen && string.IsNullOrEmpty(report.Trigger)), "callback.not-standing");
        Rule.RequireText(report.Note, NoteMax, "alert.note");
    }

    /// <summary>The call was made and written down; a task is done once.</summary>
    /// <param name="by">Who called.</param>
    /// <param name="report">What was found.</param>
    /// <param name="review">The review matter made of it, if any.</param>
    /// <param name="now">Moment.</param>
    /// <exception cref="RuleBrokenException">callback.already-done, callback.outcome, callback.visit, callback.not-standing, alert.note.</exception>
    public CallbackDone Done(Guid by, CallbackReport report, Guid? review, DateTime now)
    {
        RequireReport(report);
        (DoneAt, DoneBy, Outcome, ReviewId) = (now, by, report.Outcome, review);
        Trigger = string.IsNullOrEmpty(report.Trigger) ? null : report.Trigger;
        Version++;
        return new CallbackDone(PetitionId, Id, report.Note!.Trim(), report.Outcome!.Value, review, Trigger, ReceptionId);
    }
}
