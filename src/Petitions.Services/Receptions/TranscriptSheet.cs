using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>One version of the transcript with what stands around it on paper.</summary>
public sealed record TranscriptSheet
{
    public required Guid ReceptionId { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Ticket { get; init; }

    public required int Number { get; init; }

    /// <summary>Rises with every change of the version: who writes says which one he saw.</summary>
    public required int Stamp { get; init; }

    public required TranscriptText Text { get; init; }

    public required string Digest { get; init; }

    public string? Reason { get; init; }

    public required DateTime WrittenAt { get; init; }

    public DateTime? SignedAt { get; init; }

    public SignatureWay? SignedBy { get; init; }

    public string? SignatureNote { get; init; }

    public int? SignedVersion { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public required IReadOnlyList<string> Receivers { get; init; }

    public required IReadOnlyList<string> Visitors { get; init; }

    /// <summary>Everybody who is to sign, those of the visitors first.</summary>
    public required IReadOnlyList<SignerLine> Signers { get; init; }

    public IReadOnlyList<ScanLine> Scans { get; init; } = [];

    /// <summary>Signed or thumb-printed on paper, and no scan of it is kept yet.</summary>
    public bool WantsScan => Scans.Count == 0 && Signers.Any(line => line.Signature?.Way is SignatureWay.OnPaper or SignatureWay.ThumbPrint);
}
