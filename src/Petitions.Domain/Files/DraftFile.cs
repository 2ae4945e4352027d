namespace Petitions.Domain.Files;

/// <summary>A file of a form that is not filed yet: sealed like every other, its name encrypted, gone with the draft.</summary>
public sealed class DraftFile
{
    public const int SealedNameMax = 1_200;

    private DraftFile()
    {
    }

    public Guid Id { get; private set; }

    public Guid DraftId { get; private set; }

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

    public static DraftFile Of(Guid draftId, AttachmentDetails file, string sealedName, DateTime now) => new()
    {
        Id = Guid.NewGuid(),
        DraftId = draftId,
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
}
