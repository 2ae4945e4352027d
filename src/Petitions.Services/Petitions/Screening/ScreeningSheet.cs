using Petitions.Domain.Petitions;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Petitions.Joining;
using Petitions.Services.Routing;

namespace Petitions.Services.Petitions.Screening;

/// <summary>What the screening page shows: nothing of the identity block but the masked name.</summary>
public sealed record ScreeningSheet(
    Guid Id, string Number, PetitionState State, string Title, string Text, string Request, string? Track, string Category, string? SubCategory,
    DateTime ReceivedAt, DateOnly? DueOn, string MaskedName, IReadOnlyList<RespondentLine> Respondents, IReadOnlyList<SimilarMatter> Similar,
    RoutingProposal Proposal, IReadOnlyList<Candidate> Candidates)
{
    public required string IdentityMode { get; init; }

    /// <summary>How many files it has.</summary>
    public int Files { get; init; }

    public required string Urgency { get; init; }

    public required string Confidentiality { get; init; }

    public required bool IsProcuratorateRelated { get; init; }

    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>Last day for materials if they were asked for today.</summary>
    public DateOnly? MaterialsUntil { get; init; }
}
