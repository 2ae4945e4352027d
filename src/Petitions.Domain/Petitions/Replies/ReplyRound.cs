namespace Petitions.Domain.Petitions.Replies;

/// <summary>One submission of a reply, its texts as they were and what was decided on them.</summary>
public sealed class ReplyRound
{
    private ReplyRound()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReplyId { get; private set; }

    public int Number { get; private set; }

    public string Facts { get; private set; } = "";

    public string Law { get; private set; } = "";

    public string Articles { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string ClaimAnswers { get; private set; } = "";

    public Guid SubmittedBy { get; private set; }

    public DateTime SubmittedAt { get; private set; }

    public bool? Approved { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecisionReason { get; private set; }

    internal static ReplyRound Of(Reply reply, int number, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        ReplyId = reply.Id,
        Number = number,
        Facts = reply.Facts,
        Law = reply.Law,
        Articles = reply.Articles,
        Reason = reply.Reason,
        ClaimAnswers = reply.ClaimAnswers,
        SubmittedBy = reply.DraftedBy,
        SubmittedAt = now,
    };

    internal void Decide(bool approved, Guid by, string? reason, DateTime now)
    {
        Approved = approved;
        DecidedBy = by;
        DecidedAt = now;
        DecisionReason = approved ? null : Rule.RequireText(reason, 2_000, "petition.reason");
    }
}
