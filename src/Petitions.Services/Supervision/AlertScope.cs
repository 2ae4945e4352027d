using Petitions.Data;
using Petitions.Data.Receptions;
using Petitions.Domain.Facts;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Retaliation;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Retaliation;

namespace Petitions.Services.Supervision;

/// <summary>The rows of each kind of alert, under the wall; figure and list ask the same.</summary>
public sealed class AlertScope(PetitionsDbContext db, BoardScope scope, RetaliationScope retaliation)
{
    public const string ReadAlertTemplate = "staff.read-alert";
    private const string Emergency = "Emergency";

    public IQueryable<Petition> UrgentRisks(Actor actor) => scope.In(CaseBox.Open, actor).Where(p => p.Urgency == Emergency
        && !db.Facts.Any(f => f.Subject == FactSubject.Petition && f.SubjectId == p.Id && f.Kind == nameof(UrgentRiskClosed)));

    /// <summary>Reports nobody has yet given an instruction on; the wall and who may read them stand in one place.</summary>
    public IQueryable<RetaliationReport> Retaliation(Actor actor) => retaliation.Open(actor);

    public IQueryable<Petition> SecondLevel(Actor actor)
    {
        var until = scope.SecondLevelUntil;
        return scope.In(CaseBox.Overdue, actor).Where(p => p.NextDueOn <= until);
    }

    /// <summary>Notices to petitioners that no channel took, and letters that came back.</summary>
    public IQueryable<Notice> Undelivered(Actor actor)
    {
        var visible = scope.Visible(actor);
        return db.Notices.Where(n => (n.State == NoticeState.Parked || n.State == NoticeState.GivenUp || n.State == NoticeState.Returned) && n.StaffId == null && n.PetitionId != null
            && visible.Any(p => p.Id == n.PetitionId));
    }

    /// <summary>Calls owed about a matter he may know of, or about a visit of an office whose whole board he sees.</summary>
    public IQueryable<CallbackTask> Callbacks(Actor actor)
    {
        var (visible, visits, boards) = (scope.Visible(actor), db.Receptions.NotWalledFrom(scope.Visible(Actor.System), actor),
            actor.Grants.Where(grant => grant.Ability == Abilities.ViewBoard && grant.Scope == AbilityScopes.Office).Select(grant => grant.OfficeId).Distinct().ToList());
        return db.CallbackTasks.Where(t => t.DoneAt == null
            && (visible.Any(p => p.Id == t.PetitionId) || visits.Any(r => r.Id == t.ReceptionId && boards.Contains(r.OfficeId))));
    }

    public IQueryable<Notice> ReadAlerts(Actor actor)
    {
        var staff = actor.StaffId;
        return db.Notices.Where(n => n.StaffId == staff && n.Template == ReadAlertTemplate && n.ReadAt == null);
    }
}
