using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Petitions.Decisions;

/// <summary>A second person approves a proposal or returns it with a reason; he holds the role it asks for, or one above.</summary>
public sealed class DecisionService(
    PetitionsDbContext db, ScreeningAccess access, IEnumerable<IDecision> kinds, PetitionRecorder recorder, ConflictRetry retry, TimeProvider clock)
{
    /// <exception cref="RuleBrokenException">proposal.wrong-approver, reply.handler-approves, petition.second-person, proposal.already-decided.</exception>
    public Task DecideAsync(DecideRequest request, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var proposal = await db.DecisionProposals.Where(p => p.Id == request.ProposalId).SingleOrNotFoundAsync(ct);
        var decision = kinds.Single(kind => kind.Kind == proposal.Kind);
        var petition = await access.LoadAsync(proposal.PetitionId, actor, ct, decision.Ability);
        Rule.Require(await access.HoldsRoleAsync(actor.StaffId!.Value, petition.OfficeId, Approvers.AtLeast(proposal.ApproverRole), ct), "proposal.wrong-approver");
        // Handler and approver are a forbidden pair on one matter, whatever roles the person holds.
        Rule.Require(!petition.IsHandledBy(actor.StaffId), "reply.handler-approves");
        if (request.Approve)
        {
            proposal.Approve(actor.StaffId!.Value, now);
        }
        else
        {
            proposal.Return(actor.StaffId!.Value, request.Reason ?? "", now);
        }

        petition.Touch();
        await recorder.SaveAsync(petition, actor, request.Approve
            ? [.. decision.Prepare(petition, request.NoConflict), .. await decision.ApproveAsync(petition, proposal, actor, ct)]
            : await decision.ReturnAsync(petition, proposal, actor, ct), ct);
    });
}
