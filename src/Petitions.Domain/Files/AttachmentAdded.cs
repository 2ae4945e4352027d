using Petitions.Domain.Facts;

namespace Petitions.Domain.Files;

/// <summary>A file was added to the matter (补充附件), with the digests of the evidence and of the copy handed out.</summary>
public sealed record AttachmentAdded(
    Guid PetitionId, Guid AttachmentId, [property: Erasable] string Name, string Type, long Length, string Sha256, string CopySha256, string Channel, bool Filed, bool OriginalKept) : Fact(PetitionId);
