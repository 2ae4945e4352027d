namespace Petitions.Domain.Files;

/// <summary>A file that no matter has yet: sealed like every other, its name encrypted. The matter that is made of it names the same stored bytes.</summary>
public abstract class UnfiledFile
{
    public const int SealedNameMax = 1_200;

    private protected UnfiledFile()
    {
    }

    public Guid Id { get; private set; }

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

    private protected void Take(AttachmentDetails file, string sealedName, DateTime now)
    {
        (Id, SealedName, Type, Length, At) = (Guid.NewGuid(), sealedName, file.Type, file.Length, now);
        (Sha256, CopySha256, OriginalId, CopyId) = (file.Sha256, file.CopySha256, file.OriginalId, file.CopyId);
        (Copy, Scan) = (file.Copy, file.Scan);
    }
}
