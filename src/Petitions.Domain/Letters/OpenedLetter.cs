using Petitions.Domain.Files;

namespace Petitions.Domain.Letters;

/// <summary>
/// One letter of a bag (拆阅的来信): its scan, its envelope apart, the postmark, the sender as far as known, and what
/// became of it, once. Sender and notes are encrypted: nobody has registered them as anybody's matter yet.
/// </summary>
public sealed class OpenedLetter
{
    public const int SenderMax = 200;
    public const int NoteMax = 1_000;
    public const int SealedMax = 8_000;
    public const int CodeMax = 40;
    public const int ReasonMax = 200;
    public const int FilesMax = 10;

    private readonly List<LetterFile> files = [];

    private OpenedLetter()
    {
    }

    public Guid Id { get; private set; }

    public Guid BatchId { get; private set; }

    /// <summary>Place in the bag, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>The submission key of the matter it becomes: one letter makes one matter, however often its form is sent.</summary>
    public Guid MatterKey { get; private set; }

    public DateOnly? PostmarkOn { get; private set; }

    public string? SealedSender { get; private set; }

    /// <summary>List LetterDisposition; null while it lies open.</summary>
    public string? Disposition { get; private set; }

    public Guid? PetitionId { get; private set; }

    /// <summary>What was noted: the attempt to reach the writer, why it is a risk, what is praised.</summary>
    public string? SealedNote { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it is no letter: a wrong scan. The row stays.</summary>
    public string? SetAsideReason { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<LetterFile> Files => files;

    public bool IsOpen => Disposition is null && SetAsideReason is null;

    internal static OpenedLetter Create(Guid batchId, int position, AttachmentDetails scan, string sealedName, DateTime now)
    {
        var letter = new OpenedLetter { Id = Guid.CreateVersion7(new DateTimeOffset(now)), BatchId = batchId, Position = position, MatterKey = Guid.NewGuid(), Version = 1 };
        letter.files.Add(LetterFile.Of(letter, LetterFileKind.Scan, scan, sealedName, now));
        return letter;
    }

    /// <summary>Postmark and sender as far as they can be read.</summary>
    /// <exception cref="RuleBrokenException">letter-row.decided, entry.postmark.</exception>
    public void Describe(DateOnly? postmarkOn, string? sealedSender, DateOnly receivedOn)
    {
        RequireOpen();
        Rule.Require(postmarkOn is null || postmarkOn <= receivedOn, "entry.postmark");
        (PostmarkOn, SealedSender) = (postmarkOn, sealedSender);
        Version++;
    }

    /// <summary>A further page, or the picture of the envelope.</summary>
    /// <exception cref="RuleBrokenException">letter-row.decided, file.too-many.</exception>
    public LetterFile Add(LetterFileKind kind, AttachmentDetails file, string sealedName, DateTime now)
    {
        RequireOpen();
        Rule.Require(files.Count < FilesMax, "file.too-many");
        var added = LetterFile.Of(this, kind, file, sealedName, now);
        files.Add(added);
        Version++;
        return added;
    }

    /// <summary>Says what became of it; said once.</summary>
    /// <param name="disposition">List LetterDisposition.</param>
    /// <param name="petitionId">The matter it became; none for thanks.</param>
    /// <param name="sealedNote">What was noted, encrypted.</param>
    /// <exception cref="RuleBrokenException">letter-row.decided, letter-row.disposition.</exception>
    public void Decide(string disposition, Guid? petitionId, string? sealedNote, Guid staffId, DateTime now)
    {
        RequireOpen();
        Rule.Require(LetterDispositions.All.Contains(disposition) && LetterDispositions.Registers(disposition) == petitionId is not null, "letter-row.disposition");
        (Disposition, PetitionId, SealedNote, DecidedBy, DecidedAt) = (disposition, petitionId, sealedNote, staffId, now);
        Version++;
    }

    /// <exception cref="RuleBrokenException">letter-row.decided, letter-row.reason.</exception>
    public void SetAside(string? reason, Guid staffId, DateTime now)
    {
        RequireOpen();
        SetAsideReason = Rule.RequireText(reason, ReasonMax, "letter-row.reason");
        (DecidedBy, DecidedAt) = (staffId, now);
        Version++;
    }

    private void RequireOpen() => Rule.Require(IsOpen, "letter-row.decided");
}
