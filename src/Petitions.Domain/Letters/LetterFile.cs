using Petitions.Domain.Files;

namespace Petitions.Domain.Letters;

/// <summary>A scan of an opened letter or of its envelope.</summary>
public sealed class LetterFile : UnfiledFile
{
    private LetterFile()
    {
    }

    public Guid LetterId { get; private set; }

    /// <summary>The same scan twice in a bag, by a double drop or a retry, is kept once.</summary>
    public Guid BatchId { get; private set; }

    public LetterFileKind Kind { get; private set; }

    internal static LetterFile Of(OpenedLetter letter, LetterFileKind kind, AttachmentDetails file, string sealedName, DateTime now)
    {
        var kept = new LetterFile { LetterId = letter.Id, BatchId = letter.BatchId, Kind = kind };
        kept.Take(file, sealedName, now);
        return kept;
    }
}
