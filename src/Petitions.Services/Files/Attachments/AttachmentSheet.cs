namespace Petitions.Services.Files.Attachments;

/// <summary>The files of a matter, and what this person may do with them.</summary>
public sealed record AttachmentSheet(Guid PetitionId, string Number, IReadOnlyList<AttachmentLine> Files, bool MayAdd, bool MayOpenOriginals);
