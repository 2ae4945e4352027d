using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>A signature as the desk takes it.</summary>
public sealed record SignTranscript
{
    /// <summary><see cref="TranscriptSigner.Key"/>.</summary>
    public required string Signer { get; init; }

    public required SignatureWay Way { get; init; }

    /// <summary>Of the text that was before the signer.</summary>
    public required string Digest { get; init; }

    public string? Drawing { get; init; }

    public string? Note { get; init; }

    public string? Witness { get; init; }
}
