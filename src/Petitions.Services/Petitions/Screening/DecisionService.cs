using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Screening;

/// <summary>Refusal and transfer: proposed by one person, decided by another who holds the role the ground asks for.</summary>
public sealed class DecisionService(
    PetitionsDbContext db, ScreeningAccess access, ScreeningPapers papers, ReferenceCatalog reference, ColumnProtector protector,
    PetitionRecorder recorder, ConflictRetry retry, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Guid> ProposeRefusalAsync(ProposeRefusalRequest request, Actor actor, CancellationToken ct)
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
        return await ProposeAsync(petition, new DecisionDraft
        {
            Kind = DecisionKind.Refusal,
            Reason = request.Reason,
            Ground = request.Ground,
            Remedy = reference.Text("NonAcceptanceGround", request.Ground, "remedy"),
            ApproverRole = reference.Text("NonAcceptanceGround", request.Ground, "approver")!,
        }, actor, ct);
    }

    public async Task<Guid> ProposeTransferAsync(ProposeTransferRequest request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.TransferPetitions, Abilities.ApproveTransfers);
        PetitionMoves.Require(petition.State, "Transfer");
        Rule.Require(petition.Track is not null, "petition.track-missing");
        Rule.Require(reference.Holds("ExternalOrganKind", request.OrganKind), "transfer.organ-kind");
        Rule.Require(!petition.IsRespondent(request.OrganName), "petition.receiver-is-respondent");
        ScreeningPapers.RequireNoIdentity(petition, Secrets(petition), request.Extract, request.Reason);
        return await ProposeAsync(petition, new DecisionDraft
        {
            Kind = DecisionKind.Transfer,
            Reason = request.Reason,
            OrganKind = request.OrganKind,
            OrganName = request.OrganName,
            Extract = request.Extract,
            ApproverRole = reference.Text("DocumentType", "TransferLetter", "approver")!,
        }, actor, ct);
    }

    public Task DecideAsync(DecideRequest request, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var proposal = await db.DecisionProposals.Where(p => p.Id == request.ProposalId).SingleOrNotFoundAsync(ct);
        var ability = proposal.Kind == DecisionKind.Refusal ? Abilities.ApproveNonAcceptance : Abilities.ApproveTransfers;
        var number = await db.Petitions.AsNoTracking().Where(p => p.Id == proposal.PetitionId).Select(p => p.Number).SingleAsync(ct);
        var petition = await access.LoadAsync(number, actor, ct, ability);
        Rule.Require(await access.HoldsRoleAsync(actor.StaffId!.Value, petition.OfficeId, proposal.ApproverRole, ct), "proposal.wrong-approver");
        if (!request.Approve)
        {
            proposal.Return(actor.StaffId!.Value, request.Reason ?? "", Now);
            await db.SaveChangesAsync(ct);
            return;
        }

        proposal.Approve(actor.StaffId!.Value, Now);
        var facts = proposal.Kind == DecisionKind.Refusal
            ? await RefuseAsync(petition, proposal, actor, ct)
            : await TransferAsync(petition, proposal, actor, ct);
        await recorder.SaveAsync(petition, actor, facts, ct);
    });

    private async Task<IReadOnlyList<Fact>> RefuseAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct)
    {
        var decided = petition.Refuse(new RefusalDecision(proposal.Ground!, proposal.Remedy!, proposal.Reason, proposal.ProposedBy, proposal.DecidedBy!.Value), Now);
        var fields = new Dictionary<string, string>
        {
            ["ground"] = reference.Label("NonAcceptanceGround", proposal.Ground, "zh-Hans"),
            ["reason"] = proposal.Reason,
            ["remedy"] = reference.Label("Remedy", proposal.Remedy, "zh-Hans"),
        };
        var told = await papers.TellAsync(petition, "NonAcceptanceNotice", fields, actor, id => new NonAcceptanceNoticeSent(petition.Id, id), ct);
        return [decided, .. told];
    }

    private async Task<IReadOnlyList<Fact>> TransferAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct)
    {
        ScreeningPapers.RequireNoIdentity(petition, Secrets(petition), proposal.Extract!);
        var decided = petition.Transfer(new TransferDecision(proposal.OrganKind!, proposal.OrganName!, proposal.Reason, proposal.ProposedBy, proposal.DecidedBy!.Value), Now);
        var letter = await papers.LetterAsync(petition, "TransferLetter", new() { ["organ"] = proposal.OrganName!, ["extract"] = proposal.Extract! }, actor, ct);
        var told = await papers.TellAsync(petition, "TransferNotice", new() { ["organ"] = proposal.OrganName!, ["reason"] = proposal.Reason }, actor,
            id => new TransferNoticeSent(petition.Id, id), ct);
        return [decided, letter.Fact, .. told];
    }

    private async Task<Guid> ProposeAsync(Petition petition, DecisionDraft draft, Actor actor, CancellationToken ct)
    {
        Rule.Require(!await db.DecisionProposals.AnyAsync(p => p.PetitionId == petition.Id && p.State == DecisionState.Waiting, ct), "proposal.waiting");
        var proposal = DecisionProposal.Propose(petition.Id, draft, actor.StaffId!.Value, Now);
        db.DecisionProposals.Add(proposal);
        petition.Touch();
        await db.SaveChangesAsync(ct);
        return proposal.Id;
    }

    private IEnumerable<string?> Secrets(Petition petition) => petition.Parties.Where(party => party.Identity is not null)
        .Select(party => protector.UnprotectBlock(party.Identity!))
        .SelectMany(block => new[] { block.SealedName, block.IdNumber, block.Phone, block.Email, block.Address });
}
