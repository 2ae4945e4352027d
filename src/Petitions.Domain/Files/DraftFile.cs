namespace Petitions.Domain.Files;

/// <summary>A file of a form that is not filed yet; gone with the draft.</summary>
public sealed class DraftFile : UnfiledFile
{
    private DraftFile()
    {
    }

    public Guid DraftId { get; private set; }

    public static DraftFile Of(Guid draftId, AttachmentDetails file, string sealedName, DateTime now)
    {
        var kept = new DraftFile { DraftId = draftId };
        kept.Take(file, sealedName, now);
        return kept;
    }
}
