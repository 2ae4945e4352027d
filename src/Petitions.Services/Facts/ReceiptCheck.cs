namespace Petitions.Services.Facts;

/// <summary>What the check of a receipt says.</summary>
public sealed record ReceiptCheck(ReceiptVerdict Verdict)
{
    public string? Number { get; init; }

    public DateTime? FiledAt { get; init; }

    /// <summary>Place of the entry in the chain of the matter.</summary>
    public int? Seq { get; init; }

    /// <summary>Times of what the petitioner added later; null without the right query code.</summary>
    public IReadOnlyList<DateTime>? Additions { get; init; }
}
