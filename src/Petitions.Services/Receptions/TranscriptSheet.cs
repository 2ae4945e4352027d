using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>One version of the transcript with what stands around it on paper.</summary>
public sealed record TranscriptSheet
{
    public required Guid ReceptionId { get; init; }

    public required string Ticket { get; init; }

    public required int Number { get; init; }

    public required TranscriptText Text { get; init; }

    public required string Digest { get; init; }

    public string? Reason { get; init; }

    public DateTime? SignedAt { get; init; }

    public SignatureWay? SignedBy { get; init; }

    public string? SignatureNote { get; init; }

    public int? SignedVersion { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public required IReadOnlyList<string> Receivers { get; init; }
}
