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

    private Notice()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Same key, same message: a repeated act queues it once (unique).</summary>
    public string Key { get; private set; } = "";

    public Guid? PetitionId { get; private set; }

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

    public int Version { get; private set; }

    public static Notice Queue(NewNotice draft, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        Key = draft.Key,
        PetitionId = draft.PetitionId,
        StaffId = draft.StaffId,
        Channel = draft.Channel,
        Template = draft.Template,
        Language = draft.Language,
        Subject = draft.Subject,
        Body = draft.EncryptedBody,
        Address = draft.EncryptedAddress,
        State = NoticeState.Queued,
        CreatedAt = now,
        NextAttemptAt = now,
        Version = 1,
    };
}
