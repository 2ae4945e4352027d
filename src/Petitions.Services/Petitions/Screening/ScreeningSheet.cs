using Petitions.Domain.Petitions;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Routing;

namespace Petitions.Services.Petitions.Screening;

/// <summary>What the screening page shows: nothing of the identity block but the masked name.</summary>
public sealed record ScreeningSheet(
    Guid Id, string Number, PetitionState State, string Title, string Text, string Request, string? Track, string Category, string? SubCategory,
    DateTime ReceivedAt, DateOnly? DueOn, string MaskedName, IReadOnlyList<RespondentLine> Respondents, IReadOnlyList<string> Earlier,
    RoutingProposal Proposal, IReadOnlyList<Candidate> Candidates);
