namespace Petitions.Domain.FollowUps;

/// <summary>
/// A call-back (回电) owed after a low rating: within three working days, by somebody with no fact on the matter
/// (journey J9, seed feature 38). One for each rated reply.
/// </summary>
public sealed class CallbackTask
{
    public const int NoteMax = 2_000;

    private CallbackTask()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public Guid ReplyId { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public Guid? DoneBy { get; private set; }

    public int Version { get; private set; }

    public static (CallbackTask Task, CallbackOpened Fact) Open(Guid petitionId, Guid replyId, DateTime now)
    {
        var task = new CallbackTask
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            PetitionId = petitionId,
            ReplyId = replyId,
            OpenedAt = now,
            Version = 1,
        };
        return (task, new CallbackOpened(petitionId, task.Id, replyId));
    }

    /// <summary>The call was made and written down; a task is done once.</summary>
    public CallbackDone Done(Guid by, string note, DateTime now)
    {
        Rule.Require(DoneAt is null, "callback.already-done");
        note = Rule.RequireText(note, NoteMax, "alert.note");
        (DoneAt, DoneBy) = (now, by);
        Version++;
        return new CallbackDone(PetitionId, Id, note);
    }
}
