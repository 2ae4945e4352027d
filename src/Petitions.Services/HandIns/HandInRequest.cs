namespace Petitions.Services.HandIns;

/// <summary>What a liaison person takes in at his point: who, what, when. No more than he can know.</summary>
public sealed record HandInRequest
{
    public required Guid SubmissionKey { get; init; }

    /// <summary>One of the person's own points; null where he serves only one.</summary>
    public Guid? PointId { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public string? LateReason { get; init; }

    /// <summary>Absent: handed in without a name.</summary>
    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }

    public required string Category { get; init; }

    public string? Request { get; init; }

    public string? Text { get; init; }

    public string Language { get; init; } = "zh-Hans";
}
