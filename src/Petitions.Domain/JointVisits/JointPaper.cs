using Petitions.Domain.Files;

namespace Petitions.Domain.JointVisits;

/// <summary>A file of a joint visit: of the host, of an outside guest, or the proof of a measure. Guests open what the host shares.</summary>
public sealed class JointPaper
{
    public const int Most = 100;
    public const int NameMax = 2_000;

    private JointPaper()
    {
    }

    public Guid Id { get; private set; }

    public Guid JointVisitId { get; private set; }

    /// <summary>Whose guest brought it; null for the host.</summary>
    public Guid? SeatId { get; private set; }

    public Guid? MeasureId { get; private set; }

    public string SealedName { get; private set; } = "";

    public string Type { get; private set; } = "";

    public long Length { get; private set; }

    public string Sha256 { get; private set; } = "";

    public Guid CopyId { get; private set; }

    public Guid? OriginalId { get; private set; }

    public ScanState Scan { get; private set; }

    public DateTime? SharedAt { get; private set; }

    public DateTime At { get; private set; }

    public bool IsOpenable => Scan is ScanState.Clean or ScanState.Off;

    public static JointPaper Of(Guid visitId, Guid? seatId, Guid? measureId, AttachmentDetails file, string sealedName, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        JointVisitId = visitId,
        SeatId = seatId,
        MeasureId = measureId,
        SealedName = sealedName,
        Type = file.Type,
        Length = file.Length,
        Sha256 = file.Sha256,
        CopyId = file.CopyId,
        OriginalId = file.OriginalId,
        Scan = file.Scan,
        At = now,
    };

    /// <summary>The host lets every guest read it, or no longer.</summary>
    public void Share(bool shared, DateTime now) => SharedAt = shared ? SharedAt ?? now : null;

    /// <summary>The scanner looked at it.</summary>
    public void Scanned(ScanState found)
    {
        Rule.Require(found is ScanState.Clean or ScanState.Infected, "file.scan");
        Scan = found;
    }
}
