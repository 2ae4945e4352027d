using Petitions.Domain.Petitions;
using Petitions.Services.Routing;

namespace Petitions.Services.Supervision;

/// <summary>A matter on the page of assignment: what the routing rule proposes, and who may be named.</summary>
public sealed record AssignMatter
{
    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string Category { get; init; }

    public required PetitionState State { get; init; }

    public required int Version { get; init; }

    public required bool NeedsTrack { get; init; }

    /// <summary>Accepted already: assigning hands it over, the first handler stays.</summary>
    public required bool IsAccepted { get; init; }

    public string? FirstHandler { get; init; }

    public string? Holder { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>Null for a matter that was routed when it was accepted.</summary>
    public RoutingProposal? Proposal { get; init; }

    public required IReadOnlyList<AssignCandidate> Candidates { get; init; }
}
