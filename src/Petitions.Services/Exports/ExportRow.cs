using Petitions.Domain.Petitions;

namespace Petitions.Services.Exports;

/// <summary>A matter as an export reads it: never its text.</summary>
public sealed record ExportRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid? DepartmentId { get; init; }

    public required string Channel { get; init; }

    public required string Category { get; init; }

    public required string? SubCategory { get; init; }

    public required PetitionState State { get; init; }

    public required string Title { get; init; }

    public required string? Handler { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required DateTime? ClosedAt { get; init; }

    public required string? Outcome { get; init; }

    public required string Confidentiality { get; init; }

    public required string IdentityMode { get; init; }

    public required IReadOnlyList<string?> People { get; init; }
}
