using Petitions.Domain.Petitions;

namespace Petitions.Services.Search;

/// <summary>What narrows a search; stands in the address.</summary>
public sealed record SearchFilter
{
    public Guid? OfficeId { get; init; }

    public Guid? DepartmentId { get; init; }

    public PetitionState? State { get; init; }

    public string? Category { get; init; }

    public string? Channel { get; init; }

    /// <summary>Whether it takes matters away that the index has found; the days do not, the index knows them.</summary>
    public bool IsNarrow => OfficeId is not null || DepartmentId is not null || State is not null || Category is not null || Channel is not null;

    /// <summary>First legal day of receipt looked at.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last legal day of receipt looked at.</summary>
    public DateOnly? To { get; init; }
}
