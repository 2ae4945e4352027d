namespace Petitions.Domain.Receptions;

/// <summary>A signature as it is taken.</summary>
public sealed record NewSignature
{
    public required TranscriptSigner Signer { get; init; }

    public required SignatureWay Way { get; init; }

    /// <summary>Digest of the text that was on the screen or on the paper.</summary>
    public required string Digest { get; init; }

    /// <summary>Strokes of the pen (<see cref="PenDrawing"/>); for <see cref="SignatureWay.Pen"/> only.</summary>
    public string? Drawing { get; init; }

    /// <summary>Why it was not signed, or a remark.</summary>
    public string? Note { get; init; }

    /// <summary>Who saw the refusal.</summary>
    public string? Witness { get; init; }
}
