using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.Receptions;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;

namespace Petitions.Services.FollowUps;

/// <summary>
/// Which calls a person may know of: those he was chosen for, and those of an office in which he may make calls; others are not
/// even listed. Always under the wall, of the matter or of every matter of the visit.
/// </summary>
public sealed class CallbackReach(PetitionsDbContext db)
{
    public IQueryable<CallbackTask> Of(Actor actor)
    {
        var staff = actor.StaffId;
        var offices = actor.Grants.Where(grant => grant.Ability == Abilities.MakeCallbacks && grant.Scope == AbilityScopes.Office).Select(grant => grant.OfficeId).Distinct().ToList();
        var (visible, visits) = (db.Petitions.VisibleTo(actor), db.Receptions.NotWalledFrom(db.Petitions.VisibleTo(Actor.System), actor));
        return actor.Kind != ActorKind.Staff ? db.CallbackTasks.Where(t => false) : db.CallbackTasks.Where(t =>
            visible.Any(p => p.Id == t.PetitionId && (t.OfficerId == staff || offices.Contains(p.OfficeId)))
            || visits.Any(r => r.Id == t.ReceptionId && (t.OfficerId == staff || offices.Contains(r.OfficeId))));
    }
}
