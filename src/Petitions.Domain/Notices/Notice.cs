namespace Petitions.Domain.Notices;

/// <summary>
/// A message on its way out (发件箱): made in the transaction of what it tells, handed to its channel at least once,
/// idempotent at the receiver by <see cref="Id"/>.
/// </summary>
public sealed class Notice
{
    public const int TemplateMax = 80;
    public const int SubjectMax = 200;
    public const int BodyMax = 8000;
    public const int KeyMax = 200;
    public const int ErrorMax = 500;
    public const int PostalNumberMax = 40;
    public const string Portal = "Portal";
    public const string Sms = "Sms";
    public const string Email = "Email";
    public const string Post = "Post";
    public const string PlainEnvelope = "PlainEnvelope";
    public const string Telephone = "Telephone";
    public const string Counter = "Counter";
    public const int ReturnReasonMax = 200;

    /// <summary>How the codes of texts about an accountability review begin.</summary>
    private const string BesideTheMatter = "review.";

    public static readonly IReadOnlyList<string> LetterChannels = [Post, PlainEnvelope];

    /// <summary>Channels a person serves: letters are posted, calls are made.</summary>
    public static readonly IReadOnlyList<string> ByPerson = [Post, PlainEnvelope, Telephone, Counter];

    /// <summary>States in which a person still has something to do with a letter or a call; an array of its own, so that they stand in the SQL.</summary>
    public static readonly IReadOnlyList<NoticeState> InHand = [NoticeState.Queued, NoticeState.Printed, NoticeState.Sent, NoticeState.Returned, NoticeState.Failed];

    // Growing gaps, a day in the end; then it is parked where people see it.
    private static readonly TimeSpan[] Gaps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    private Notice()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Same key, same message: a repeated act queues it once (unique).</summary>
    public string Key { get; private set; } = "";

    public Guid? PetitionId { get; private set; }

    /// <summary>The office of the matter: it sends what goes out on paper.</summary>
    public Guid? OfficeId { get; private set; }

    /// <summary>Receiver inside the office; null for the petitioner.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>List DeliveryWay: Portal, Sms, Email, Post, PlainEnvelope, Telephone.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>Stable code of the text it was made from.</summary>
    public string Template { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>Encrypted text: it may name what the petition is about.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Encrypted address of the receiver (telephone, mail, postal); null for the portal.</summary>
    public string? Address { get; private set; }

    public NoticeState State { get; private set; }

    public int Attempts { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? NextAttemptAt { get; private set; }

    public DateTime? SentAt { get; private set; }

    public DateTime? ReadAt { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>The issued document it tells of; what goes into the envelope.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>Why the post brought it back.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>The notice that tried another way after this one came back.</summary>
    public Guid? FollowedById { get; private set; }

    /// <summary>Number the post gave the letter.</summary>
    public string? PostalNumber { get; private set; }

    public int Version { get; private set; }

    /// <summary>A letter waits in the print queue for a person; a machine sends the rest.</summary>
    public bool IsLetter => LetterChannels.Contains(Channel);

    public static Notice Queue(NewNotice draft, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        Key = draft.Key,
        PetitionId = draft.PetitionId,
        OfficeId = draft.OfficeId,
        StaffId = draft.StaffId,
        DocumentId = draft.DocumentId,
        Channel = draft.Channel,
        Template = draft.Template,
        Language = draft.Language,
        Subject = draft.Subject,
        Body = draft.EncryptedBody,
        Address = draft.EncryptedAddress,
        State = NoticeState.Queued,
        CreatedAt = now,
        NextAttemptAt = ByPerson.Contains(draft.Channel) ? null : now,
        Version = 1,
    };

    /// <summary>A try begins. The dispatcher does the same in one statement, so that two nodes cannot take one notice.</summary>
    public void Take()
    {
        Attempts++;
        Version++;
    }

    /// <summary>The channel took it. Null for staff, and for what stands beside the matter: these are no facts of it.</summary>
    public NoticeSent? MarkSent(DateTime now)
    {
        (State, SentAt, NextAttemptAt, LastError) = (NoticeState.Sent, now, null, null);
        Version++;
        return IsOfTheMatter && PetitionId is { } petition ? new NoticeSent(petition, Id, Channel, Template) : null;
    }

    /// <summary>The channel refused: again later, or parked after the last gap.</summary>
    public NoticeFailed? MarkFailed(string error, DateTime now)
    {
        LastError = error.Length > ErrorMax ? error[..ErrorMax] : error;
        Version++;
        if (Attempts <= Gaps.Length)
        {
            (State, NextAttemptAt) = (NoticeState.Failed, now + Gaps[Math.Max(Attempts, 1) - 1]);
            return null;
        }

        (State, NextAttemptAt) = (NoticeState.Parked, null);
        return Failure();
    }

    /// <summary>It lies on paper; printing it again changes nothing but the date.</summary>
    /// <exception cref="RuleBrokenException">notice.not-a-letter, notice.wrong-state.</exception>
    public void Print(DateTime now)
    {
        Rule.Require(IsLetter, "notice.not-a-letter");
        Rule.Require(State is NoticeState.Queued or NoticeState.Printed, "notice.wrong-state");
        (State, NextAttemptAt) = (NoticeState.Printed, null);
        Version++;
    }

    /// <summary>Given into the petitioner's hand: sent and delivered at once.</summary>
    public NoticeSent? HandedOver(DateTime now)
    {
        Rule.Require(Channel == Counter, "notice.wrong-state");
        Attempts = 1;
        var fact = MarkSent(now);
        State = NoticeState.Delivered;
        return fact;
    }

    /// <summary>Another way was chosen after it came back.</summary>
    /// <exception cref="RuleBrokenException">notice.wrong-state, notice.followed.</exception>
    public void FollowedBy(Notice next)
    {
        Rule.Require(State == NoticeState.Returned, "notice.wrong-state");
        Rule.Require(FollowedById is null, "notice.followed");
        FollowedById = next.Id;
        Version++;
    }

    /// <summary>The line of the step just taken.</summary>
    public LetterStep Step(string? detail, Guid? staffId, DateTime now) => LetterStep.Of(this, detail, staffId, now);

    /// <exception cref="RuleBrokenException">notice.not-a-letter, notice.wrong-state, notice.postal-number.</exception>
    public NoticeSent? Posted(string postalNumber, DateTime now)
    {
        Rule.Require(IsLetter, "notice.not-a-letter");
        Rule.Require(State is NoticeState.Queued or NoticeState.Printed, "notice.wrong-state");
        Rule.Require(postalNumber.Length is > 0 and <= PostalNumberMax && postalNumber.All(char.IsAsciiLetterOrDigit), "notice.postal-number");
        PostalNumber = postalNumber;
        Attempts = 1;
        return MarkSent(now);
    }

    /// <summary>A call was made: the petitioner heard it, or did not answer and is called again.</summary>
    /// <exception cref="RuleBrokenException">notice.not-a-call, notice.wrong-state.</exception>
    public NoticeSent? Called(bool reached, DateTime now)
    {
        Rule.Require(Channel == Telephone, "notice.not-a-call");
        Rule.Require(State is NoticeState.Queued or NoticeState.Failed, "notice.wrong-state");
        Attempts++;
        if (reached)
        {
            return MarkSent(now);
        }

        State = NoticeState.Failed;
        Version++;
        return null;
    }

    /// <exception cref="RuleBrokenException">notice.not-a-letter, notice.wrong-state.</exception>
    public void Deliver()
    {
        RequireOnItsWay();
        State = NoticeState.Delivered;
        Version++;
    }

    /// <exception cref="RuleBrokenException">notice.not-a-letter, notice.wrong-state, notice.return-reason.</exception>
    public NoticeFailed? ComeBack(string? reason)
    {
        RequireOnItsWay();
        ReturnReason = Rule.RequireText(reason, ReturnReasonMax, "notice.return-reason");
        State = NoticeState.Returned;
        Version++;
        return Failure();
    }

    /// <summary>What reached nobody is tried again from the beginning.</summary>
    /// <exception cref="RuleBrokenException">notice.wrong-state.</exception>
    public void SendAgain(DateTime now)
    {
        Rule.Require(ReachedNobody, "notice.wrong-state");
        (State, Attempts, LastError, PostalNumber, SentAt) = (NoticeState.Queued, 0, null, null, null);
        NextAttemptAt = ByPerson.Contains(Channel) ? null : now;
        Version++;
    }

    /// <summary>What reached nobody was told in another way; how, a note on the matter says.</summary>
    /// <exception cref="RuleBrokenException">notice.wrong-state.</exception>
    public void ToldOtherwise()
    {
        Rule.Require(ReachedNobody, "notice.wrong-state");
        (State, NextAttemptAt) = (NoticeState.Delivered, null);
        Version++;
    }

    /// <summary>Its channel will not take it any more; the line of this step says why.</summary>
    /// <exception cref="RuleBrokenException">notice.wrong-state, notice.give-up-reason.</exception>
    public LetterStep GiveUp(string? reason, Guid? staffId, DateTime now)
    {
        Rule.Require(State == NoticeState.Parked, "notice.wrong-state");
        reason = Rule.RequireText(reason, LetterStep.DetailMax, "notice.give-up-reason");
        (State, NextAttemptAt) = (NoticeState.GivenUp, null);
        Version++;
        return Step(reason, staffId, now);
    }

    /// <summary>Its receiver has seen it and done what it asks; once.</summary>
    public void Read(DateTime now)
    {
        ReadAt ??= now;
        Version++;
    }

    /// <summary>
    /// To the petitioner, about his matter. What tells him how a look-back ended stands beside the matter: the record that
    /// was judged is the same before and after (decision 0018; journey J9, tester e), and the notice's own rows say how it went.
    /// </summary>
    private bool IsOfTheMatter => StaffId is null && !Template.StartsWith(BesideTheMatter, StringComparison.Ordinal);

    private bool ReachedNobody => State is NoticeState.Parked or NoticeState.GivenUp or NoticeState.Returned;

    private void RequireOnItsWay()
    {
        Rule.Require(IsLetter, "notice.not-a-letter");
        Rule.Require(State == NoticeState.Sent, "notice.wrong-state");
    }

    private NoticeFailed? Failure() =>
        IsOfTheMatter && PetitionId is { } petition ? new NoticeFailed(petition, Id, Channel, Template, Attempts) : null;
}
