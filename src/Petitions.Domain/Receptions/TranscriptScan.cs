namespace Petitions.Domain.Receptions;

/// <summary>
/// The scan of a page that was signed or thumb-printed, tied to the version and to the digest of the text that was printed
/// (journey J2 step 3). The file itself lies with those of the matter. Only ever added.
/// </summary>
public sealed class TranscriptScan
{
    private TranscriptScan()
    {
    }

    public Guid TranscriptId { get; private set; }

    public Guid AttachmentId { get; private set; }

    public string Digest { get; private set; } = "";

    /// <summary>Of the file.</summary>
    public string Sha256 { get; private set; } = "";

    public Guid AddedBy { get; private set; }

    public DateTime At { get; private set; }

    /// <exception cref="RuleBrokenException">transcript.not-signed</exception>
    public static TranscriptScan Of(Transcript transcript, Guid attachmentId, string sha256, Guid staffId, DateTime now)
    {
        Rule.Require(transcript.IsSigned, "transcript.not-signed");
        return new() { TranscriptId = transcript.Id, AttachmentId = attachmentId, Digest = transcript.Digest, Sha256 = sha256, AddedBy = staffId, At = now };
    }
}
