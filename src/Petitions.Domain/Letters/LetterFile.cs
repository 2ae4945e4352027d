using Petitions.Domain.Files;

namespace Petitions.Domain.Letters;

/// <summary>A scan of an opened letter or of its envelope: sealed like every other file, its name encrypted. A matter made of the letter names the same file.</summary>
public sealed class LetterFile
{
    private LetterFile()
    {
    }

    public Guid Id { get; private set; }

    public Guid LetterId { get; private set; }

    /// <summary>The same scan twice in a bag, by a double drop or a retry, is kept once.</summary>
    public Guid BatchId { get; private set; }

    public LetterFileKind Kind { get; private set; }

    public string SealedName { get; private set; } = "";

    public string Type { get; private set; } = "";

    public long Length { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string CopySha256 { get; private set; } = "";

    public Guid? OriginalId { get; private set; }

    public Guid CopyId { get; private set; }

    public CopyState Copy { get; private set; }

    public ScanState Scan { get; private set; }

    public DateTime At { get; private set; }

    public bool IsOpenable => Scan is ScanState.Clean or ScanState.Off;

    internal static LetterFile Of(OpenedLetter letter, LetterFileKind kind, AttachmentDetails file, string sealedName, DateTime now) => new()
    {
        Id = Guid.NewGuid(),
        LetterId = letter.Id,
        BatchId = letter.BatchId,
        Kind = kind,
        SealedName = sealedName,
        Type = file.Type,
        Length = file.Length,
        Sha256 = file.Sha256,
        CopySha256 = file.CopySha256,
        OriginalId = file.OriginalId,
        CopyId = file.CopyId,
        Copy = file.Copy,
        Scan = file.Scan,
        At = now,
    };

    public AttachmentDetails Details(string name) => new()
    {
        Name = name,
        Type = Type,
        Length = Length,
        Sha256 = Sha256,
        CopySha256 = CopySha256,
        OriginalId = OriginalId,
        CopyId = CopyId,
        Copy = Copy,
        Scan = Scan,
    };

    /// <summary>The scanner looked at it.</summary>
    public void Scanned(ScanState found)
    {
        Rule.Require(found is ScanState.Clean or ScanState.Infected, "file.scan");
        Scan = found;
    }
}
