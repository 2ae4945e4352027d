using Petitions.Services.Files.Attachments;

namespace Petitions.Services.HandIns;

/// <summary>A hand-in before the clerk who completes it.</summary>
public sealed record HandInSheet
{
    public required Guid PetitionId { get; init; }

    public required string Number { get; init; }

    public required Guid PointId { get; init; }

    public required string HandedInBy { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required DateTime EnteredAt { get; init; }

    public string? LateReason { get; init; }

    public DateTime? CompletedAt { get; init; }

    public required string Category { get; init; }

    public required string Request { get; init; }

    public required string Text { get; init; }

    public string? Name { get; init; }

    public bool HasIdNumber { get; init; }

    public bool HasPhone { get; init; }

    public bool HasAddress { get; init; }

    public required string NoticeWay { get; init; }

    public bool Anonymous { get; init; }

    public required IReadOnlyList<AttachmentLine> Files { get; init; }
}
