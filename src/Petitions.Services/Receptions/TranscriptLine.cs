using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>A version of the transcript.</summary>
public sealed record TranscriptLine(int Number, DateTime WrittenAt, DateTime? SignedAt, SignatureWay? SignedBy, string? Reason);
