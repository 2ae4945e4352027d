namespace Petitions.Services.Receptions;

/// <summary>The scan of a signed page of a version.</summary>
public sealed record ScanLine(Guid AttachmentId, string Name, string Sha256, DateTime At);
