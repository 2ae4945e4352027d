namespace Petitions.Services.Petitions;

/// <summary>What the petitioner holds in hand: enough to follow the matter and to prove what was filed and when.</summary>
public sealed record Receipt
{
    public required string Number { get; init; }

    /// <summary>In groups of four; null once a day has passed since filing.</summary>
    public string? QueryCode { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required Guid OfficeId { get; init; }

    public required string ReceiptHash { get; init; }

    /// <summary>Hexadecimal; with it the holder can recompute the hash from the filed text.</summary>
    public required string Salt { get; init; }

    public required bool Anonymous { get; init; }

    public required string Category { get; init; }

    public required IReadOnlyList<ReceiptDate> DueDates { get; init; }

    /// <summary>True when the same form had been filed before.</summary>
    public bool Repeated { get; init; }
}
