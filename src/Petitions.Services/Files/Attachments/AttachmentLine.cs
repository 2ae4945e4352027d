using Petitions.Domain.Files;

namespace Petitions.Services.Files.Attachments;

/// <summary>A file of a matter, as pages list it.</summary>
public sealed record AttachmentLine(
    Guid Id, string Name, string Type, long Length, string Sha256, CopyState Copy, ScanState Scan, bool OriginalKept, bool Filed, string Channel, Guid? AddedBy, DateTime At)
{
    public bool IsOpenable => Scan is ScanState.Off or ScanState.Clean;
}
