using Petitions.Domain.Files;

namespace Petitions.Services.Files.Attachments;

/// <summary>A file of a draft, as the petitioner sees it.</summary>
public sealed record DraftFileLine(Guid Id, string Name, string Type, long Length, CopyState Copy, ScanState Scan, bool OriginalKept);
