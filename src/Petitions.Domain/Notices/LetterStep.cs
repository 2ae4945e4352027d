namespace Petitions.Domain.Notices;

/// <summary>
/// One step of a letter on its way (投递记录): printed, sent, delivered, returned; and what an administrator did with a
/// parked notice. Who and when. Append-only.
/// </summary>
public sealed class LetterStep
{
    public const int DetailMax = 200;

    private LetterStep()
    {
    }

    public Guid Id { get; private set; }

    public Guid NoticeId { get; private set; }

    public NoticeState State { get; private set; }

    public DateTime At { get; private set; }

    public Guid? StaffId { get; private set; }

    /// <summary>Postal number, why it came back, why it was given up.</summary>
    public string? Detail { get; private set; }

    internal static LetterStep Of(Notice notice, string? detail, Guid? staffId, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        NoticeId = notice.Id,
        State = notice.State,
        At = now,
        StaffId = staffId,
        Detail = detail,
    };
}
