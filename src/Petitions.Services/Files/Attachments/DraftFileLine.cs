using Petitions.Domain.Files;

namespace Petitions.Services.Files.Attachments;

/// <summary>A file of a draft, as the petitioner sees it.</summary>
public sealed record DraftFileLine(Guid Id, string Name, string Type, long Length, CopyState Copy, ScanState Scan, bool OriginalKept)
{
    /// <summary>Author and the like could not be taken out, and he is told; a plain text has none.</summary>
    public bool KeepsParticulars => Copy == CopyState.AsIs && Type != "txt";
}
