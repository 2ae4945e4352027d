namespace Petitions.Services.Letters;

/// <summary>A bag with its letters.</summary>
public sealed record BatchSheet
{
    public required Guid Id { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required DateTime EnteredAt { get; init; }

    public required string OpenedBy { get; init; }

    public string? OpenedWith { get; init; }

    /// <summary>Who received it from those, and when.</summary>
    public required IReadOnlyList<BatchHandOver> HandOvers { get; init; }

    public required string Place { get; init; }

    public string? LateReason { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateTime? ClosedAt { get; init; }

    /// <summary>Past its day: still open, or closed later than that.</summary>
    public required bool Late { get; init; }

    public required IReadOnlyList<BatchRow> Rows { get; init; }

    public int Open => Rows.Count(row => row.IsOpen);
}
