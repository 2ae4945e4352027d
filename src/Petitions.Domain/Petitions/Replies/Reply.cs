namespace Petitions.Domain.Petitions.Replies;

/// <summary>
/// A reply (答复) in three parts: facts, law, reasons (事理、法理、情理; seed feature 26). Each submission keeps its texts as a
/// round with the decision on it; nothing of an earlier round is lost.
/// </summary>
public sealed class Reply
{
    public const int PartMax = 8_000;
    public const int ArticlesMax = 1_000;
    public const int CodeMax = 40;

    private readonly List<ReplyRound> rounds = [];

    private Reply()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    /// <summary>List ReplyKind: Result, Progress, Procedural.</summary>
    public string Kind { get; private set; } = "";

    public ReplyState State { get; private set; }

    public string Facts { get; private set; } = "";

    public string Law { get; private set; } = "";

    /// <summary>Articles cited, one in each line.</summary>
    public string Articles { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>The petitioner's claims answered one by one.</summary>
    public string ClaimAnswers { get; private set; } = "";

    /// <summary>List ClaimAssessment (T22-32).</summary>
    public string? Assessment { get; private set; }

    /// <summary>List Remedy, by track and category; its last day is fixed when the reply is served.</summary>
    public string Remedy { get; private set; } = "";

    public DateOnly? RemedyUntil { get; private set; }

    public Guid DraftedBy { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public Guid? DocumentId { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>When the petitioner opened it, or it was delivered otherwise.</summary>
    public DateTime? ServedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Why it was not delivered; null when it was sent.</summary>
    public string? ExemptReason { get; private set; }

    public IReadOnlyList<ReplyRound> Rounds => rounds;

    public int Round => rounds.Count;

    public static Reply Draft(Guid petitionId, string kind, Guid draftedBy, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PetitionId = petitionId,
        Kind = kind,
        State = ReplyState.Draft,
        DraftedBy = draftedBy,
        Version = 1,
    };

    public void Write(ReplyTexts texts, Guid draftedBy)
    {
        Rule.Require(State is ReplyState.Draft or ReplyState.Returned, "reply.not-a-draft");
        Rule.Require(texts.AllWithin(PartMax), "reply.too-long");
        (Facts, Law, Articles, Reason) = (texts.Facts.Trim(), texts.Law.Trim(), texts.Articles.Trim(), texts.Reason.Trim());
        (ClaimAnswers, Assessment, Remedy) = (texts.ClaimAnswers.Trim(), texts.Assessment, texts.Remedy);
        DraftedBy = draftedBy;
        Version++;
    }

    /// <summary>Submits the draft. A result needs all three parts, a cited article and an answer to the claims.</summary>
    public ReplyRound Submit(DateTime now)
    {
        Rule.Require(State is ReplyState.Draft or ReplyState.Returned, "reply.not-a-draft");
        Rule.Require(Facts.Length > 0, "reply.facts-missing");
        Rule.Require(Law.Length > 0, "reply.law-missing");
        Rule.Require(Articles.Length > 0, "reply.article-missing");
        Rule.Require(Reason.Length > 0, "reply.reason-missing");
        Rule.Require(ClaimAnswers.Length > 0 && Assessment is not null, "reply.claims-missing");
        Rule.Require(Remedy.Length > 0, "reply.remedy-missing");
        var round = ReplyRound.Of(this, rounds.Count + 1, now);
        rounds.Add(round);
        State = ReplyState.Submitted;
        Version++;
        return round;
    }

    /// <summary>Sends the draft back; the reason stays with the round.</summary>
    public void Return(Guid by, string reason, DateTime now)
    {
        Decide(by, ReplyState.Returned);
        rounds[^1].Decide(false, by, reason, now);
    }

    /// <summary>Approves. The drafter never approves his own reply (ForbiddenPair CurrentHandler_Approver).</summary>
    public void Approve(Guid by, DateTime now)
    {
        Decide(by, ReplyState.Approved);
        ApprovedBy = by;
        rounds[^1].Decide(true, by, null, now);
    }

    /// <summary>Takes the approval back: the same texts wait again, as a round of their own.</summary>
    public void RevokeApproval(DateTime now)
    {
        Rule.Require(State == ReplyState.Approved, "reply.not-approved");
        rounds.Add(ReplyRound.Of(this, rounds.Count + 1, now));
        State = ReplyState.Submitted;
        ApprovedBy = null;
        Version++;
    }

    public void Send(Guid documentId, DateTime now)
    {
        Rule.Require(State == ReplyState.Approved || Kind != "Result", "reply.not-approved");
        Rule.Require(State is not (ReplyState.Sent or ReplyState.Recalled), "reply.already-sent");
        (State, DocumentId, SentAt) = (ReplyState.Sent, documentId, now);
        Version++;
    }

    /// <summary>The reply stays on file, signed and numbered, and is not delivered, for a coded reason (list ExemptReason).</summary>
    public void Exempt(Guid documentId, string reason, DateTime now)
    {
        Send(documentId, now);
        ExemptReason = reason;
    }

    /// <summary>Serves the reply and opens the remedy's window. True the first time; reading again changes nothing.</summary>
    public bool Serve(DateOnly? remedyUntil, DateTime now)
    {
        if (State != ReplyState.Sent || ServedAt is not null)
        {
            return false;
        }

        (ServedAt, RemedyUntil) = (now, remedyUntil);
        Version++;
        return true;
    }

    public void Recall()
    {
        Rule.Require(State == ReplyState.Sent, "reply.not-sent");
        State = ReplyState.Recalled;
        Version++;
    }

    private void Decide(Guid by, ReplyState next)
    {
        Rule.Require(State == ReplyState.Submitted, "reply.not-submitted");
        Rule.Require(by != DraftedBy && rounds.All(round => round.SubmittedBy != by), "reply.own-draft");
        State = next;
        Version++;
    }
}
