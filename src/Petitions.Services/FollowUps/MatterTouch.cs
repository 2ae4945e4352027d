using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Facts;
using Petitions.Domain.Petitions;

namespace Petitions.Services.FollowUps;

/// <summary>
/// Who ever touched a matter: whoever stands behind a fact of it, of its commitments, of a visit or a joint visit about it,
/// whoever sat at its table, and whoever held it. Asked of the log, so that nobody can forget having acted (journey J9 step 1;
/// domain.md 3.5). Reading is no act, and whoever calls must look up the telephone.
/// </summary>
public sealed class MatterTouch(PetitionsDbContext db)
{
    public async Task<HashSet<Guid>> WhoAsync(Guid petitionId, CancellationToken ct)
    {
        var acts = db.Facts.Where(f => f.ActorId != null && f.Kind != nameof(IdentityRevealed));
        var whole = acts.Where(f => f.Subject == FactSubject.Petition && f.SubjectId == petitionId).Select(f => f.ActorId)
            .Union(acts.Where(f => f.Subject == FactSubject.Commitment && db.Commitments.Where(c => c.PetitionId == petitionId).Select(c => c.Id).Contains(f.SubjectId)).Select(f => f.ActorId))
            .Union(acts.Where(f => f.Subject == FactSubject.Reception && db.ReceptionMatters.Where(m => m.PetitionId == petitionId).Select(m => m.ReceptionId).Contains(f.SubjectId)).Select(f => f.ActorId))
            .Union(acts.Where(f => f.Subject == FactSubject.JointVisit && db.JointCases.Where(each => each.PetitionId == petitionId).Select(each => each.JointVisitId).Contains(f.SubjectId)).Select(f => f.ActorId))
            .Union(db.JointSeats.Where(seat => seat.StaffId != null && db.JointCases.Any(each => each.PetitionId == petitionId && each.JointVisitId == seat.JointVisitId)).Select(seat => seat.StaffId));
        var actors = await whole.ToListAsync(ct);
        var holders = await db.Assignments.Where(a => a.PetitionId == petitionId && a.Kind != Domain.FirstHandlers.AssignmentKind.FollowUpOfficer).Select(a => a.StaffId).ToListAsync(ct);
        return [.. actors.OfType<Guid>(), .. holders];
    }
}
