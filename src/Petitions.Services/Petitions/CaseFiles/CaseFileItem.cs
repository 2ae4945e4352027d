using Petitions.Services.Files.Attachments;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Receptions;

namespace Petitions.Services.Petitions.CaseFiles;

/// <summary>One item of a case file, as the index lists it and as it is printed.</summary>
public sealed record CaseFileItem
{
    /// <summary>Place in the file, from 1 without gaps.</summary>
    public int Number { get; init; }

    public required CaseFileGroup Group { get; init; }

    public required CaseFileKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The person may know that it is there, not what stands in it.</summary>
    public bool Withheld { get; init; }

    /// <summary>The issued document in the list, also where its text is withheld.</summary>
    public DocumentLine? Line { get; init; }

    public DocumentView? Document { get; init; }

    public TranscriptSheet? Transcript { get; init; }

    public CaseReply? Reply { get; init; }

    public IReadOnlyList<AttachmentLine> Files { get; init; } = [];

    public IReadOnlyList<CaseFileEntry> Entries { get; init; } = [];

    /// <summary>What a link and a page number of the index point at.</summary>
    public string Anchor => $"item-{Number}";
}
