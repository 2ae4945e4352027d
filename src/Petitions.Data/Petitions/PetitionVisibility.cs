using System.Linq.Expressions;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Petitions;

/// <summary>
/// The one place that decides which matters a person may know of (security.md B1, B2; architecture.md section 4). Every
/// query on petitions starts here; lists, counts, search, exports and notices alike.
/// </summary>
public static class PetitionVisibility
{
    private static readonly PetitionState[] Intake =
    [
        PetitionState.Registered, PetitionState.Screening, PetitionState.AwaitingMaterials, PetitionState.NotAccepted,
        PetitionState.Transferred, PetitionState.AnsweredOnTheSpot, PetitionState.Merged, PetitionState.Withdrawn,
    ];

    private static readonly PetitionState[] ClosedFiles = [PetitionState.Closed, PetitionState.Archived];

    /// <summary>Matters the actor may know of: inside his reach and not behind the respondent wall.</summary>
    public static IQueryable<Petition> VisibleTo(this IQueryable<Petition> petitions, Actor actor) => actor.Kind switch
    {
        ActorKind.System => petitions,
        ActorKind.Citizen when actor.PetitionId is { } own => petitions.Where(p => p.Id == own),
        ActorKind.Staff when actor.StaffId is not null => petitions.NotWalledFrom(actor).Where(InReachOf(actor)),
        _ => petitions.Where(p => false),
    };

    /// <summary>
    /// Matters a reception desk may list for the visitor before it (domain.md 3.4, "list only"): number, kind and state of
    /// matters of its office that are no report and whose petitioner does not withhold his name; and the clerk's own.
    /// </summary>
    public static IQueryable<Petition> ListedFor(this IQueryable<Petition> petitions, Actor actor)
    {
        var offices = actor.OfficesFor(Abilities.ReceiveVisitors, Abilities.RegisterPetitions);
        var reached = petitions.VisibleTo(actor);
        return petitions.NotWalledFrom(actor).Where(p => (offices.Contains(p.OfficeId) && p.Confidentiality == "Normal" && p.IdentityMode != "NameWithheld")
            || reached.Any(own => own.Id == p.Id));
    }

    /// <summary>
    /// Leaves out what the respondent wall hides: a person complained of, everyone in or below a department complained
    /// of, and whoever bears the name of a person complained of until an unwalled officer has cleared it.
    /// </summary>
    public static IQueryable<Petition> NotWalledFrom(this IQueryable<Petition> petitions, Actor actor)
    {
        var staff = actor.StaffId;
        var name = actor.NameKey;
        var line = actor.DepartmentLine;
        return petitions.Where(p => !p.Respondents.Any(r =>
            r.Status != RespondentStatus.Cleared
            && (r.StaffId == staff
                || (r.DepartmentId != null && line.Contains(r.DepartmentId.Value))
                || (r.Kind == RespondentKind.Person && r.StaffId == null && r.NameKey == name))));
    }

    /// <summary>
    /// Ids of the matters that are a person's own: registered by him, first his to answer for, or in his hands now. The
    /// assignments come from the caller: where no matter is left out, their index alone is read.
    /// </summary>
    public static IQueryable<Guid> HeldBy(this IQueryable<Petition> petitions, Actor actor, IQueryable<Assignment> assignments)
    {
        var staff = actor.StaffId;
        return assignments.Where(a => a.StaffId == staff && a.To == null).Select(a => a.PetitionId)
            .Union(petitions.Where(p => p.FirstHandlerId == staff).Select(p => p.Id))
            .Union(petitions.Where(p => p.RegisteredBy == staff).Select(p => p.Id));
    }

    /// <summary>
    /// Ids of the matters a person reaches by another way than a whole office, each way by the index it has: where a list
    /// shows him few of many rows, the database begins here. It guards nothing; <see cref="VisibleTo"/> is asked besides.
    /// </summary>
    public static IQueryable<Guid> ReachedSinglyBy(this IQueryable<Petition> petitions, Actor actor)
    {
        var intake = actor.IntakeOffices;
        var closed = actor.ClosedFileOffices;
        var departments = actor.WholeDepartments;
        var ids = petitions.HeldBy(actor, petitions.SelectMany(p => p.Assignments));
        if (intake.Count > 0)
        {
            ids = ids.Union(petitions.Where(p => intake.Contains(p.OfficeId) && Intake.Contains(p.State)).Select(p => p.Id));
        }

        if (closed.Count > 0)
        {
            ids = ids.Union(petitions.Where(p => closed.Contains(p.OfficeId) && ClosedFiles.Contains(p.State)).Select(p => p.Id));
        }

        return departments.Count == 0 ? ids : ids.Union(petitions.Where(p => p.DepartmentId != null && departments.Contains(p.DepartmentId.Value)).Select(p => p.Id));
    }

    private static Expression<Func<Petition, bool>> InReachOf(Actor actor)
    {
        var staff = actor.StaffId;
        var offices = actor.WholeOffices;
        var intake = actor.IntakeOffices;
        var closed = actor.ClosedFileOffices;
        var departments = actor.WholeDepartments;
        // What an actor has not is left out: a condition that holds for no row still keeps the database from its indexes.
        var reach = new AnyOf<Petition>(p => p.RegisteredBy == staff || p.FirstHandlerId == staff || p.Assignments.Any(a => a.StaffId == staff && a.To == null));
        return reach
            .OrWhere(offices.Count > 0, p => offices.Contains(p.OfficeId))
            .OrWhere(intake.Count > 0, p => intake.Contains(p.OfficeId) && Intake.Contains(p.State))
            .OrWhere(closed.Count > 0, p => closed.Contains(p.OfficeId) && ClosedFiles.Contains(p.State))
            .OrWhere(departments.Count > 0, p => p.DepartmentId != null && departments.Contains(p.DepartmentId.Value))
            .Condition;
    }
}
