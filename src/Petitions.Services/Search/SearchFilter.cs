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

    /// <summary>First legal day of receipt looked at.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last legal day of receipt looked at.</summary>
    public DateOnly? To { get; init; }
}
