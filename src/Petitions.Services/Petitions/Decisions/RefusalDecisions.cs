using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Decisions;

/// <summary>Refusal (不予受理): on a ground of the list, with the remedy and the approver the ground names.</summary>
public sealed class RefusalDecisions(ScreeningAccess access, DecisionDesk desk, ScreeningPapers papers, RemedyRule remedies, ReferenceCatalog reference, TimeProvider clock) : IDecision
{
    public DecisionKind Kind => DecisionKind.Refusal;

    public string Ability => Abilities.ApproveNonAcceptance;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Guid> ProposeAsync(ProposeRefusalRequest request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.ProposeNonAcceptance, Abilities.ApproveNonAcceptance);
        var late = petition.State == PetitionState.AwaitingMaterials;
        PetitionMoves.Require(petition.State, late ? "RefuseIncomplete" : "Refuse");
        Rule.Require(petition.Track is not null, "petition.track-missing");
        Rule.Require(reference.Holds("NonAcceptanceGround", request.Ground), "refusal.ground");
        Rule.Require(reference.Attribute("NonAcceptanceGround", request.Ground, "tracks") is { } tracks
            && tracks.EnumerateArray().Any(track => track.GetString() == petition.Track), "refusal.ground-of-other-track");
        Rule.Require(!reference.Flag("NonAcceptanceGround", request.Ground, "transferInstead"), "refusal.transfer-instead");
        Rule.Require(!late || request.Ground == "NA04", "petition.only-incomplete");
        Rule.Require(!late || await access.MaterialsUntilAsync(petition, ct) < ChinaTime.DateOf(Now), "refusal.materials-not-due");
        Rule.Require(!await desk.IsWaitingAsync(petition.Id, [DecisionKind.Transfer], ct), "proposal.waiting");
        return await desk.ProposeAsync(petition, new DecisionDraft
        {
            Kind = Kind,
            Reason = request.Reason,
            Ground = request.Ground,
            Remedy = reference.Text("NonAcceptanceGround", request.Ground, "remedy"),
            ApproverRole = reference.Text("NonAcceptanceGround", request.Ground, "approver")!,
        }, actor, ct);
    }

    public async Task<IReadOnlyList<Fact>> ApproveAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct)
    {
        var decided = petition.Refuse(new RefusalDecision(proposal.Ground!, proposal.Remedy!, proposal.Reason, proposal.ProposedBy, proposal.DecidedBy!.Value), Now);
        var fields = new Dictionary<string, string>
        {
            ["ground"] = reference.Label("NonAcceptanceGround", proposal.Ground, "zh-Hans"),
            ["reason"] = proposal.Reason,
            ["remedy"] = reference.Label("Remedy", proposal.Remedy, "zh-Hans"),
            ["remedyLimit"] = remedies.Limit(proposal.Remedy!),
        };
        var told = await papers.TellAsync(petition, "NonAcceptanceNotice", fields, actor, id => new NonAcceptanceNoticeSent(petition.Id, id), ct);
        return [decided, .. told];
    }
}
