using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Reference;

namespace Petitions.Services.Supervision;

/// <summary>
/// What lies in each box of the board (J6 step 1). A figure and its rows come from the same expression, always under the
/// wall and inside the person's reach (security.md B1, B2).
/// </summary>
public sealed class BoardScope(PetitionsDbContext db, ClockCatalog clocks, ReferenceCatalog reference, TimeProvider clock)
{
    private const int DueSoonDays = 2;

    /// <summary>An array of its own, so that the states stand in the SQL and the index of open matters fits.</summary>
    private static readonly PetitionState[] Ended = [PetitionState.Closed, PetitionState.Archived];

    private static readonly PetitionState[] Unaccepted = [PetitionState.Registered, PetitionState.Screening, PetitionState.AwaitingMaterials];

    public DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>Last day of "due soon": two days on, calendar or working days as quota WARN_UNIT says.</summary>
    public DateOnly DueSoonUntil => clocks.Quota("WARN_UNIT", Today).AsCode() == nameof(ClockUnit.WorkingDay)
        ? clocks.Calendar.AddWorkingDays(Today, DueSoonDays)
        : Today.AddDays(DueSoonDays);

    /// <summary>Latest due date whose second chaser has gone out by today (quota ESCALATION_STEPS).</summary>
    public DateOnly SecondLevelUntil
    {
        get
        {
            var steps = clocks.Quota("ESCALATION_STEPS", Today).AsIntegers();
            var days = steps[Math.Min(1, steps.Count - 1)];
            var due = Today.AddDays(-1);
            while (clocks.Calendar.AddWorkingDays(due, days) > Today)
            {
                due = due.AddDays(-1);
            }

            return due;
        }
    }

    public IQueryable<Petition> Visible(Actor actor) => db.Petitions.VisibleTo(actor);

    public IQueryable<Petition> In(CaseBox box, Actor actor)
    {
        var today = Today;
        var soon = DueSoonUntil;
        var staff = actor.StaffId;
        var all = box is CaseBox.All or CaseBox.Closed || !IsNear(actor) ? Visible(actor) : Near(actor);
        return box switch
        {
            CaseBox.Mine => all.Where(p => !Ended.Contains(p.State) && p.Assignments.Any(a => a.StaffId == staff && a.To == null)),
            CaseBox.All => all,
            CaseBox.Open => all.Where(p => !Ended.Contains(p.State)),
            CaseBox.New => all.Where(p => Unaccepted.Contains(p.State)),
            CaseBox.Due => all.Where(p => !Ended.Contains(p.State) && p.NextDueOn >= today && p.NextDueOn <= soon),
            CaseBox.Overdue => all.Where(p => !Ended.Contains(p.State) && p.NextDueOn < today),
            CaseBox.Approval => Approvable(all, actor),
            _ => all.Where(p => p.State == PetitionState.Closed),
        };
    }

    /// <summary>Whether of what is open the person sees only what he handles or registered.</summary>
    private static bool IsNear(Actor actor) =>
        actor is { Kind: ActorKind.Staff, StaffId: not null } && actor.WholeOffices.Count + actor.IntakeOffices.Count + actor.WholeDepartments.Count == 0;

    /// <summary>The same open matters as <see cref="Visible"/>, found by the person instead of among everybody's: he has few of many.</summary>
    private IQueryable<Petition> Near(Actor actor)
    {
        var own = db.Petitions.VisibleTo(Actor.System).Where(p => !Ended.Contains(p.State)).HeldBy(actor, db.Assignments);
        return Visible(actor).Where(p => own.Contains(p.Id));
    }

    /// <summary>
    /// Replies this person may approve: the ability reaches the matter, he holds the role the letter asks for or one
    /// above, and he does not handle it (ForbiddenPair). The same questions <c>ReplyService</c> asks when he decides.
    /// </summary>
    private IQueryable<Petition> Approvable(IQueryable<Petition> all, Actor actor)
    {
        var (today, staff) = (Today, actor.StaffId);
        var grants = actor.Grants.Where(grant => grant.Ability == Abilities.ApproveReplies).ToList();
        var offices = grants.Where(grant => grant.Scope is AbilityScopes.Office or AbilityScopes.PetitionDepartment).Select(grant => grant.OfficeId).Distinct().ToList();
        var departments = grants.Where(grant => grant.Scope == AbilityScopes.Department && grant.DepartmentId is not null)
            .Select(grant => grant.DepartmentId!.Value).Distinct().ToList();
        var opinion = Approvers.AtLeast(reference.Text("DocumentType", "PetitionOpinion", "approver")!);
        var letter = Approvers.AtLeast(reference.Text("DocumentType", "ReplyLetter", "approver")!);
        var held = db.RoleGrants.Where(g => g.StaffId == staff && g.From <= today && (g.To == null || g.To >= today));
        return all.Where(p => p.State == PetitionState.OpinionDrafted
            && (offices.Contains(p.OfficeId) || (p.DepartmentId != null && departments.Contains(p.DepartmentId.Value)))
            && !p.Assignments.Any(a => a.To == null && a.StaffId == staff && (a.Kind == AssignmentKind.CurrentHandler || a.Kind == AssignmentKind.Substitute))
            && held.Any(g => g.OfficeId == p.OfficeId && ((p.Track == "Ordinary" && opinion.Contains(g.Role)) || (p.Track != "Ordinary" && letter.Contains(g.Role)))));
    }
}
