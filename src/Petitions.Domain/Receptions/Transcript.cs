namespace Petitions.Domain.Receptions;

/// <summary>
/// One version of the record of a conversation (接访笔录). A draft is written over; once signed it stands for ever, and
/// every change is the next version with a reason (journey J2 c). The database refuses to change a signed one.
/// </summary>
public sealed class Transcript
{
    public const int StatementMax = 20_000;
    public const int PartMax = 4_000;
    public const int PlaceMax = 200;
    public const int NoteMax = 500;
    public const int DigestLength = 64;

    private Transcript()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReceptionId { get; private set; }

    /// <summary>1, 2, 3: gap-free in a visit.</summary>
    public int Number { get; private set; }

    public string Place { get; private set; } = "";

    public string Statement { get; private set; } = "";

    public string? Explanation { get; private set; }

    public string? Materials { get; private set; }

    public bool RightsTold { get; private set; }

    public bool ReadBack { get; private set; }

    /// <summary>Why a version after the first was written.</summary>
    public string? Reason { get; private set; }

    public Guid WrittenBy { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public string Digest { get; private set; } = "";

    public SignatureWay? SignedBy { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>Who took the signature.</summary>
    public Guid? TakenBy { get; private set; }

    /// <summary>Why the visitor did not sign, or what was remarked.</summary>
    public string? SignatureNote { get; private set; }

    public int Version { get; private set; }

    public bool IsSigned => SignedAt is not null;

    public TranscriptText Text => new() { Place = Place, Statement = Statement, Explanation = Explanation, Materials = Materials, RightsTold = RightsTold, ReadBack = ReadBack };

    public static Transcript Begin(Guid receptionId, TranscriptText text, Guid staffId, DateTime now)
    {
        var transcript = New(receptionId, 1, null, staffId, now);
        transcript.Write(text);
        return transcript;
    }

    /// <summary>Writes over a draft.</summary>
    /// <exception cref="RuleBrokenException">transcript.signed</exception>
    public void Rewrite(TranscriptText text, Guid staffId, DateTime now)
    {
        Rule.Require(!IsSigned, "transcript.signed");
        (WrittenBy, WrittenAt) = (staffId, now);
        Write(text);
    }

    /// <summary>The next version after a signed one, with its reason.</summary>
    public (Transcript Next, TranscriptCorrected Fact) Correct(TranscriptText text, string? reason, Guid staffId, DateTime now)
    {
        Rule.Require(IsSigned, "transcript.not-signed");
        var next = New(ReceptionId, Number + 1, Rule.RequireText(reason, NoteMax, "transcript.reason"), staffId, now);
        next.Write(text);
        return (next, new TranscriptCorrected(ReceptionId, next.Number, Number, next.Digest, next.Reason!));
    }

    /// <summary>Confirmed by the visitor, or not with a reason. Rights must have been told and the text read back (RP14-14).</summary>
    /// <exception cref="RuleBrokenException">transcript.rights, transcript.read-back, transcript.refusal, transcript.signed.</exception>
    public TranscriptSigned Sign(SignatureWay way, string? note, Guid staffId, DateTime now)
    {
        Rule.Require(!IsSigned, "transcript.signed");
        Rule.Require(Enum.IsDefined(way), "transcript.way");
        Rule.Require(RightsTold, "transcript.rights");
        Rule.Require(ReadBack, "transcript.read-back");
        var text = string.IsNullOrWhiteSpace(note) ? null : Rule.RequireText(note, NoteMax, "transcript.note");
        Rule.Require(way != SignatureWay.Refused || text is not null, "transcript.refusal");
        (SignedBy, SignedAt, TakenBy, SignatureNote) = (way, now, staffId, text);
        Version++;
        return new TranscriptSigned(ReceptionId, Number, way, Digest, text);
    }

    private static Transcript New(Guid receptionId, int number, string? reason, Guid staffId, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        ReceptionId = receptionId,
        Number = number,
        Reason = reason,
        WrittenBy = staffId,
        WrittenAt = now,
    };

    private void Write(TranscriptText text)
    {
        Place = Rule.RequireText(text.Place, PlaceMax, "transcript.place");
        Statement = Rule.RequireText(text.Statement, StatementMax, "transcript.statement");
        Explanation = Part(text.Explanation);
        Materials = Part(text.Materials);
        (RightsTold, ReadBack) = (text.RightsTold, text.ReadBack);
        Digest = Text.Digest(ReceptionId, Number);
        Version++;
    }

    private static string? Part(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : Rule.RequireText(typed, PartMax, "transcript.part");
}
