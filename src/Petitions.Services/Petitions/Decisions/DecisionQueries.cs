using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Decisions;

/// <summary>Proposals that wait for this person: his role may decide them and he did not make them.</summary>
public sealed class DecisionQueries(PetitionsDbContext db, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>Oldest first, one more than a page when there are more.</summary>
    public async Task<IReadOnlyList<ProposalLine>> WaitingAsync(Guid? after, Actor actor, CancellationToken ct)
    {
        var waiting = Waiting(actor);
        if (after is not null)
        {
            var from = await db.DecisionProposals.Where(d => d.Id == after).Select(d => new { d.ProposedAt, d.Id }).SingleOrNotFoundAsync(ct);
            waiting = waiting.Where(d => d.ProposedAt > from.ProposedAt || (d.ProposedAt == from.ProposedAt && d.Id.CompareTo(from.Id) > 0));
        }

        return await waiting.AsNoTracking().OrderBy(d => d.ProposedAt).ThenBy(d => d.Id).Take(PageSize + 1)
            .Join(db.Petitions.VisibleTo(actor), d => d.PetitionId, p => p.Id, (d, p) => new { d, p })
            .OrderBy(row => row.d.ProposedAt).ThenBy(row => row.d.Id)
            .Select(row => new ProposalLine
            {
                Id = row.d.Id,
                Number = row.p.Number,
                Title = row.p.Title,
                Kind = row.d.Kind,
                Unscreened = row.d.Kind == DecisionKind.Transfer && row.p.State == PetitionState.Registered,
                Reason = row.d.Reason,
                ProposedBy = db.Staff.Where(s => s.Id == row.d.ProposedBy).Select(s => s.Name).First(),
                ProposedAt = row.d.ProposedAt,
                Ground = row.d.Ground,
                OrganName = row.d.OrganName,
                Extract = row.d.Extract,
                ClockRuleId = db.PetitionClocks.Where(c => c.Id == row.d.ClockId).Select(c => c.RuleId).FirstOrDefault(),
                ClockDueOn = db.PetitionClocks.Where(c => c.Id == row.d.ClockId).Select(c => (DateOnly?)c.DueOn).FirstOrDefault(),
                From = row.d.From,
                Amount = row.d.Amount,
            })
            .ToListAsync(ct);
    }

    /// <summary>The same rows for a figure or another list.</summary>
    internal IQueryable<DecisionProposal> Waiting(Actor actor)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var heads = Approvers.AtLeast("DepartmentHead");
        var directors = Approvers.AtLeast("PetitionDirector");
        var deputies = Approvers.AtLeast("DeputyChief");
        var chiefs = Approvers.AtLeast("ChiefProcurator");
        var held = db.RoleGrants.Where(g => g.StaffId == actor.StaffId && g.From <= today && (g.To == null || g.To >= today));
        var visible = db.Petitions.VisibleTo(actor);
        return db.DecisionProposals
            .Where(d => d.State == DecisionState.Waiting && d.ProposedBy != actor.StaffId)
            .Where(d => visible.Any(p => p.Id == d.PetitionId && !p.Assignments.Any(a => a.To == null && a.StaffId == actor.StaffId && a.Kind != AssignmentKind.LeaderInCharge)
                && held.Any(g => g.OfficeId == p.OfficeId
                    && ((d.ApproverRole == "DepartmentHead" && heads.Contains(g.Role)) || (d.ApproverRole == "PetitionDirector" && directors.Contains(g.Role))
                        || (d.ApproverRole == "DeputyChief" && deputies.Contains(g.Role)) || (d.ApproverRole == "ChiefProcurator" && chiefs.Contains(g.Role))))));
    }
}
