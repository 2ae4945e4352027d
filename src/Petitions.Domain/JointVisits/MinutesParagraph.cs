namespace Petitions.Domain.JointVisits;

/// <summary>
/// A paragraph of the live minutes. Whoever writes holds it for a few minutes, so that two never write over each other; a
/// lock that is not renewed falls off by itself.
/// </summary>
public sealed class MinutesParagraph
{
    public const int TextMax = 4_000;
    public const int Most = 200;

    private static readonly TimeSpan LockLength = TimeSpan.FromMinutes(3);

    private MinutesParagraph()
    {
    }

    public Guid Id { get; private set; }

    public Guid JointVisitId { get; private set; }

    public int Position { get; private set; }

    public ParagraphKind Kind { get; private set; }

    /// <summary>Whose view it is.</summary>
    public Guid? SeatId { get; private set; }

    public string Text { get; private set; } = "";

    public Guid? LockedBy { get; private set; }

    public DateTime? LockedUntil { get; private set; }

    public Guid? WrittenBy { get; private set; }

    public DateTime? WrittenAt { get; private set; }

    public int Version { get; private set; }

    public static MinutesParagraph Of(Guid visitId, ParagraphKind kind, Guid? seatId, int position, DateTime now)
    {
        Rule.Require(Enum.IsDefined(kind), "joint.paragraph-kind");
        Rule.Require((kind == ParagraphKind.View) == (seatId is not null), "joint.paragraph-kind");
        return new() { Id = Guid.CreateVersion7(new DateTimeOffset(now)), JointVisitId = visitId, Kind = kind, SeatId = seatId, Position = position, Version = 1 };
    }

    public Guid? HeldBy(DateTime now) => LockedUntil > now ? LockedBy : null;

    /// <exception cref="RuleBrokenException">joint.paragraph-locked</exception>
    public void Take(Guid staffId, DateTime now)
    {
        Rule.Require(HeldBy(now) is not { } other || other == staffId, "joint.paragraph-locked");
        (LockedBy, LockedUntil) = (staffId, now + LockLength);
        Version++;
    }

    /// <summary>Writes and lets go. Whoever lost the paragraph meanwhile is told, and sees both texts.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="seen">The version he began with, or that of his lock.</param>
    /// <param name="staffId">Who writes.</param>
    /// <param name="now">Moment.</param>
    /// <exception cref="RuleBrokenException">joint.paragraph-locked, joint.paragraph-overtaken, joint.paragraph-text.</exception>
    public void Write(string? text, int seen, Guid staffId, DateTime now)
    {
        Rule.Require(HeldBy(now) is not { } other || other == staffId, "joint.paragraph-locked");
        Rule.Require(seen == Version, "joint.paragraph-overtaken");
        Text = string.IsNullOrWhiteSpace(text) ? "" : Rule.RequireText(text, TextMax, "joint.paragraph-text");
        (WrittenBy, WrittenAt, LockedBy, LockedUntil) = (staffId, now, null, null);
        Version++;
    }

    public void LetGo(Guid staffId)
    {
        if (LockedBy == staffId)
        {
            (LockedBy, LockedUntil) = (null, null);
            Version++;
        }
    }
}
