namespace Petitions.Domain.Files;

/// <summary>
/// A file of a matter (附件): evidence, so it is only ever added. Its digest belongs to the fact, and to the receipt when it
/// was filed with the petition. Only the scanner's finding may change.
/// </summary>
public sealed class Attachment
{
    public const int NameMax = 160;
    public const int TypeMax = 8;
    public const int ChannelMax = 40;

    private Attachment()
    {
    }

    /// <summary>Random: it stands in addresses.</summary>
    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public string Name { get; private set; } = "";

    public string Type { get; private set; } = "";

    public long Length { get; private set; }

    public string Sha256 { get; private set; } = "";

    public string CopySha256 { get; private set; } = "";

    public Guid? OriginalId { get; private set; }

    public Guid CopyId { get; private set; }

    public CopyState Copy { get; private set; }

    public ScanState Scan { get; private set; }

    /// <summary>Came with the petition itself and stands in its receipt.</summary>
    public bool Filed { get; private set; }

    /// <summary>List IntakeChannel.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>Null when the petitioner added it.</summary>
    public Guid? AddedBy { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>What was never looked at by a scanner that should have, or was found bad, is handed to nobody.</summary>
    public bool IsOpenable => Scan is ScanState.Off or ScanState.Clean;

    internal static Attachment Create(Guid petitionId, AttachmentDetails file, bool filed, string channel, Guid? addedBy, DateTime now) => new()
    {
        Id = Guid.NewGuid(),
        PetitionId = petitionId,
        Name = Rule.RequireText(file.Name, NameMax, "file.name"),
        Type = file.Type,
        Length = file.Length,
        Sha256 = file.Sha256,
        CopySha256 = file.CopySha256,
        OriginalId = file.OriginalId,
        CopyId = file.CopyId,
        Copy = file.Copy,
        Scan = file.Scan,
        Filed = filed,
        Channel = channel,
        AddedBy = addedBy,
        At = now,
    };

    /// <summary>The scanner looked at it.</summary>
    public void Scanned(ScanState found)
    {
        Rule.Require(found is ScanState.Clean or ScanState.Infected, "file.scan");
        Scan = found;
    }

    public AttachmentAdded Added() => new(PetitionId, Id, Name, Type, Length, Sha256, CopySha256, Channel, Filed, OriginalId is not null);
}
