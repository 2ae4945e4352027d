using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>A joint visit as its petitioner sees it: when, where, who sits there, what was agreed and what became of it.</summary>
public sealed record OwnJointVisit
{
    public required Guid Id { get; init; }

    public required JointVisitState State { get; init; }

    public DateTime? StartsAt { get; init; }

    public string? Place { get; init; }

    /// <summary>How to join by video, where the petitioner sits in no room of the office.</summary>
    public string? Link { get; init; }

    public string? EndReason { get; init; }

    public required IReadOnlyList<string> Organs { get; init; }

    public required IReadOnlyList<OwnMeasure> Measures { get; init; }
}
