using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Decisions;

/// <summary>Lays a proposal before a second person: one of a kind at a time on a matter.</summary>
public sealed class DecisionDesk(PetitionsDbContext db, PetitionRecorder recorder, TimeProvider clock)
{
    public async Task<Guid> ProposeAsync(Petition petition, DecisionDraft draft, Actor actor, CancellationToken ct, params IReadOnlyList<Fact> facts)
    {
        Rule.Require(!await IsWaitingAsync(petition.Id, [draft.Kind], ct), "proposal.waiting");
        var proposal = DecisionProposal.Propose(petition.Id, draft, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime);
        db.DecisionProposals.Add(proposal);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, facts, ct);
        return proposal.Id;
    }

    /// <summary>The same for a matter that is registered in the same save: saves nothing itself.</summary>
    public void Draft(Petition petition, DecisionDraft draft, Actor actor) =>
        db.DecisionProposals.Add(DecisionProposal.Propose(petition.Id, draft, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime));

    public Task<bool> IsWaitingAsync(Guid petitionId, IReadOnlyList<DecisionKind> kinds, CancellationToken ct) =>
        db.DecisionProposals.AnyAsync(p => p.PetitionId == petitionId && p.State == DecisionState.Waiting && kinds.Contains(p.Kind), ct);
}
