using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Decisions;

/// <summary>Transfer (移送) to an organ before which no wall stands; an extract leaves, never the petitioner's identity.</summary>
public sealed class TransferDecisions(
    ScreeningAccess access, DecisionDesk desk, ScreeningPapers papers, ReferenceCatalog reference, OutgoingTexts outgoing, TimeProvider clock) : IDecision
{
    public DecisionKind Kind => DecisionKind.Transfer;

    public string Ability => Abilities.ApproveTransfers;

    public async Task<Guid> ProposeAsync(ProposeTransferRequest request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.TransferPetitions, Abilities.ApproveTransfers);
        PetitionMoves.Require(petition.State, "Transfer");
        Rule.Require(petition.Track is not null, "petition.track-missing");
        var draft = Checked(petition, request);
        Rule.Require(!await desk.IsWaitingAsync(petition.Id, [DecisionKind.Refusal], ct), "proposal.waiting");
        return await desk.ProposeAsync(petition, draft, actor, ct);
    }

    /// <summary>
    /// A letter that belongs elsewhere: its transfer is drafted as it is opened, in the save that registers it (journey J3,
    /// L4). Whoever opens letters may propose it; screening and transfer are the second person's act.
    /// </summary>
    public void Draft(Petition petition, ProposeTransferRequest request, Actor actor) => desk.Draft(petition, Checked(petition, request), actor);

    /// <summary>A matter nobody has screened yet is screened by whoever confirms its transfer; its track is that of its category.</summary>
    public IReadOnlyList<Fact> Prepare(Petition petition, bool noConflict)
    {
        List<Fact> facts = petition.State == PetitionState.Registered ? [petition.StartScreening(noConflict, clock.GetUtcNow().UtcDateTime)] : [];
        if (petition is { State: PetitionState.Screening, Track: null })
        {
            facts.AddRange(petition.Classify(new Classification
            {
                Track = reference.Text("PetitionCategory", petition.Category, "defaultTrack") is { Length: > 0 } track ? track : "Ordinary",
                Category = petition.Category,
                SubCategory = petition.SubCategory,
                Urgency = petition.Urgency,
                Confidentiality = petition.Confidentiality,
                IsProcuratorateRelated = petition.IsProcuratorateRelated,
                Conditions = CsvTable.Codes(petition.Conditions),
            }));
        }

        return facts;
    }

    public async Task<IReadOnlyList<Fact>> ApproveAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct)
    {
        outgoing.RequireNoIdentity(petition, proposal.Extract!);
        var decided = petition.Transfer(
            new TransferDecision(proposal.OrganKind!, proposal.OrganName!, proposal.Reason, proposal.ProposedBy, proposal.DecidedBy!.Value), clock.GetUtcNow().UtcDateTime);
        var letter = await papers.LetterAsync(petition, "TransferLetter", new() { ["organ"] = proposal.OrganName!, ["extract"] = proposal.Extract! }, actor, ct);
        var told = await papers.TellAsync(petition, "TransferNotice", new() { ["organ"] = proposal.OrganName!, ["reason"] = proposal.Reason }, actor,
            id => new TransferNoticeSent(petition.Id, id), ct);
        return [decided, letter.Fact, .. told];
    }

    private DecisionDraft Checked(Petition petition, ProposeTransferRequest request)
    {
        Rule.Require(reference.Holds("ExternalOrganKind", request.OrganKind), "transfer.organ-kind");
        Rule.Require(!petition.IsRespondent(request.OrganName), "petition.receiver-is-respondent");
        outgoing.RequireNoIdentity(petition, request.Extract, request.Reason);
        return new DecisionDraft
        {
            Kind = Kind,
            Reason = request.Reason,
            OrganKind = request.OrganKind,
            OrganName = request.OrganName,
            Extract = request.Extract,
            ApproverRole = reference.Text("DocumentType", "TransferLetter", "approver")!,
        };
    }
}
