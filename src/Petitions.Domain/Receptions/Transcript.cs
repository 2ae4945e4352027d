using Petitions.Domain.People;

namespace Petitions.Domain.Receptions;

/// <summary>
/// One version of the record of a conversation (接访笔录). A draft is written over; the first signature closes it for ever,
/// and every change is the next version with a reason (journey J2 c). The database refuses to change a signed one.
/// </summary>
public sealed class Transcript
{
    public const int StatementMax = 20_000;
    public const int PartMax = 4_000;
    public const int PlaceMax = 200;
    public const int NoteMax = 500;
    public const int DigestLength = 64;
    public const int CategoryMax = 40;
    public const int RightsVersionMax = 60;
    public const int RowsMost = 500;

    /// <summary>Rows with their marks, and line ends and quotation marks written as two.</summary>
    public const int RowsMax = 80_000;
    public const int MaterialsMax = 40_000;

    /// <summary>More than a draft is ever kept.</summary>
    private const int StampsPerVersion = 1_000_000;

    private Transcript()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReceptionId { get; private set; }

    /// <summary>1, 2, 3: gap-free in a visit.</summary>
    public int Number { get; private set; }

    public string Place { get; private set; } = "";

    public string Statement { get; private set; } = "";

    public string RowsJson { get; private set; } = "";

    public string? Category { get; private set; }

    public string? Interpreter { get; private set; }

    public string? Explanation { get; private set; }

    public string? ExplainedFacts { get; private set; }

    public string? ExplainedLaw { get; private set; }

    public string? ExplainedReasons { get; private set; }

    public string? Materials { get; private set; }

    public string MaterialsJson { get; private set; } = "";

    public bool RightsTold { get; private set; }

    public string? Rights { get; private set; }

    public string? RightsVersion { get; private set; }

    public bool ReadBack { get; private set; }

    /// <summary>Why a version after the first was written.</summary>
    public string? Reason { get; private set; }

    public Guid WrittenBy { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public string Digest { get; private set; } = "";

    /// <summary>How the first one who signed did; everybody's signature is a <see cref="TranscriptSignature"/>.</summary>
    public SignatureWay? SignedBy { get; private set; }

    public DateTime? SignedAt { get; private set; }

    /// <summary>Who took the signature.</summary>
    public Guid? TakenBy { get; private set; }

    /// <summary>Why the visitor did not sign, or what was remarked.</summary>
    public string? SignatureNote { get; private set; }

    /// <summary>The open page the text came from, and its turn (<see cref="PageTurn"/>).</summary>
    public Guid? WrittenFrom { get; private set; }

    public int WrittenTurn { get; private set; }

    public int Version { get; private set; }

    public bool IsSigned => SignedAt is not null;

    /// <summary>Which text somebody has before him: another one for every change and for every version of a visit.</summary>
    public int Stamp => (Number * StampsPerVersion) + Version;

    public TranscriptText Text => new()
    {
        Place = Place,
        Rows = TranscriptJson.Read<TranscriptRow>(RowsJson),
        Statement = Statement,
        Category = Category,
        Interpreter = Interpreter,
        Explanation = Explanation,
        ExplainedFacts = ExplainedFacts,
        ExplainedLaw = ExplainedLaw,
        ExplainedReasons = ExplainedReasons,
        Materials = Materials,
        MaterialRows = TranscriptJson.Read<TranscriptMaterial>(MaterialsJson),
        RightsTold = RightsTold,
        Rights = Rights,
        RightsVersion = RightsVersion,
        ReadBack = ReadBack,
    };

    public static Transcript Begin(Guid receptionId, TranscriptText text, Guid staffId, DateTime now, PageTurn? from = null)
    {
        var transcript = New(receptionId, 1, null, staffId, now);
        transcript.CameFrom(from);
        transcript.Write(text);
        return transcript;
    }

    /// <summary>Whether this text is another one than what stands here.</summary>
    public bool Differs(TranscriptText text) => Clean(text).Digest(ReceptionId, Number) != Digest;

    /// <summary>The same page has kept something newer already: what comes now was overtaken on its way.</summary>
    public bool IsAheadOf(PageTurn? from) => from is { Turn: > 0 } && from.Page == WrittenFrom && from.Turn <= WrittenTurn;

    /// <summary>Writes over a draft. A page may write over what itself wrote before its answer came. Two who write at once are told: the second one sees both texts (security.md C10).</summary>
    /// <param name="seen">The <see cref="Stamp"/> of what the writer had before him.</param>
    /// <param name="from">The page it comes from.</param>
    /// <exception cref="RuleBrokenException">transcript.signed, transcript.overtaken.</exception>
    public void Rewrite(TranscriptText text, int seen, Guid staffId, DateTime now, PageTurn? from = null)
    {
        Rule.Require(!IsSigned, "transcript.signed");
        Rule.Require(seen == Stamp || (from is not null && from.Page == WrittenFrom), "transcript.overtaken");
        (WrittenBy, WrittenAt) = (staffId, now);
        CameFrom(from);
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

    /// <summary>
    /// Confirmed by one of those who are to sign, or not with a reason. A visitor is the first; rights must have been told
    /// and the text read back (RP14-14). What is signed is the text that was shown: another one is refused.
    /// </summary>
    /// <param name="there">Who signed this version already.</param>
    /// <exception cref="RuleBrokenException">transcript.changed, .place, .statement, .rights, .read-back, .visitor-first, .signed-already, and those of <see cref="TranscriptSignature"/>.</exception>
    public (TranscriptSignature Signature, TranscriptSigned Fact) Sign(NewSignature signature, IReadOnlyCollection<TranscriptSignature> there, Guid staffId, DateTime now)
    {
        Rule.Require(signature.Digest == Digest, "transcript.changed");
        Rule.Require(Place.Length > 0, "transcript.place");
        Rule.Require(Text.HasStatement, "transcript.statement");
        Rule.Require(RightsTold, "transcript.rights");
        Rule.Require(ReadBack, "transcript.read-back");
        Rule.Require(IsSigned || signature.Signer.IsVisitor, "transcript.visitor-first");
        Rule.Require(!there.Any(each => each.IsOf(signature.Signer)), "transcript.signed-already");
        var made = TranscriptSignature.Take(Id, signature, staffId, now);
        if (!IsSigned)
        {
            (SignedBy, SignedAt, TakenBy, SignatureNote) = (made.Way, now, staffId, made.Note);
            Version++;
        }

        return (made, new TranscriptSigned(ReceptionId, Number, made.Way, Digest, made.Note, made.Role, made.Witness));
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

    private void CameFrom(PageTurn? from) => (WrittenFrom, WrittenTurn) = (from?.Page, from?.Turn ?? 0);

    private void Write(TranscriptText typed)
    {
        var text = Clean(typed);
        (Place, Statement, Category, Interpreter) = (text.Place, text.Statement, text.Category, text.Interpreter);
        (Explanation, ExplainedFacts, ExplainedLaw, ExplainedReasons) = (text.Explanation, text.ExplainedFacts, text.ExplainedLaw, text.ExplainedReasons);
        (RowsJson, Materials, MaterialsJson) = (TranscriptJson.Write(text.Rows), text.Materials, TranscriptJson.Write(text.MaterialRows));
        (RightsTold, Rights, RightsVersion, ReadBack) = (text.RightsTold, text.Rights, text.RightsVersion, text.ReadBack);
        Rule.Require(TextLength.CodePoints(RowsJson) <= RowsMax, "transcript.statement");
        Rule.Require(TextLength.CodePoints(MaterialsJson) <= MaterialsMax, "transcript.materials");
        Digest = text.Digest(ReceptionId, Number);
        Version++;
    }

    /// <summary>A draft may lack what a signed one must have; what is there keeps to its length.</summary>
    private static TranscriptText Clean(TranscriptText text) => text with
    {
        Place = Part(text.Place, PlaceMax, "transcript.place") ?? "",
        Rows = Clean(text.Rows),
        Statement = Part(text.Statement, StatementMax, "transcript.statement") ?? "",
        Category = Part(text.Category, CategoryMax, "petition.category"),
        Interpreter = Part(text.Interpreter, PersonName.Max, "transcript.interpreter"),
        Explanation = Part(text.Explanation),
        ExplainedFacts = Part(text.ExplainedFacts),
        ExplainedLaw = Part(text.ExplainedLaw),
        ExplainedReasons = Part(text.ExplainedReasons),
        Materials = Part(text.Materials),
        MaterialRows = TranscriptMaterial.Check(text.MaterialRows),
        Rights = text.RightsTold ? Part(text.Rights) : null,
        RightsVersion = text.RightsTold ? Part(text.RightsVersion, RightsVersionMax, "transcript.part") : null,
    };

    private static List<TranscriptRow> Clean(IReadOnlyList<TranscriptRow> rows)
    {
        List<TranscriptRow> kept = [.. rows.Select(row => row with { Text = row.Text.Trim() }).Where(row => row.Text.Length > 0)];
        Rule.Require(kept.Count <= RowsMost && kept.All(row => Enum.IsDefined(row.Speaker)) && kept.Sum(row => TextLength.CodePoints(row.Text)) <= StatementMax, "transcript.statement");
        return kept;
    }

    private static string? Part(string? typed, int max = PartMax, string code = "transcript.part") => string.IsNullOrWhiteSpace(typed) ? null : Rule.RequireText(typed, max, code);
}
