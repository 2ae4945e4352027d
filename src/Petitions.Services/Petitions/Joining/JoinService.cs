using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Petitions.Joining;

/// <summary>Joins two matters, links one as a repeat of another, and undoes a merger (并案拆分; domain.md 3.7). Officers confirm with a reason.</summary>
public sealed class JoinService(
    PetitionsDbContext db, ScreeningAccess access, DecisionDesk desk, OfficeCatalog offices, ScreeningPapers papers, PetitionRecorder recorder, ConflictRetry retry, TimeProvider clock)
{
    /// <summary>Once accepted, or joined, only the director moves it (petition_moves.csv).</summary>
    internal const string Director = "PetitionDirector";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One case from now on. A named petitioner is told by a procedural reply, which names the other number because it is his own.</summary>
    /// <exception cref="NotFoundException">One of the two is missing, out of reach or behind the wall, or the ability does not reach it.</exception>
    /// <exception cref="RuleBrokenException">merge.*, petition.wrong-state, petition.conflict-not-declared, proposal.waiting.</exception>
    public Task MergeAsync(JoinRequest request, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var (petition, target) = await LoadAsync(request, actor, ct);
        Rule.Require(!IsDirectors(petition.State) || await access.HoldsRoleAsync(actor.StaffId!.Value, petition.OfficeId, [Director], ct), "merge.director");
        Rule.Require(!await desk.IsWaitingAsync(petition.Id, Enum.GetValues<DecisionKind>(), ct), "proposal.waiting");
        Rule.Require(!await db.PetitionLinks.AnyAsync(link => link.TargetId == petition.Id && link.Kind == PetitionLinkKind.Merged && link.EndedAt == null, ct), "merge.has-joined");
        Rule.Require(!request.SamePerson || SimilarMatters.SharePerson(petition, target), "merge.same-person");
        await RequireHandlersOutsideWallAsync(petition, target, ct);

        List<Fact> facts = petition.State == PetitionState.Registered ? [petition.StartScreening(request.NoConflict, Now)] : [];
        var (link, merged) = petition.MergeInto(target, request.SamePerson, request.Reason, actor.StaffId!.Value, Now);
        db.PetitionLinks.Add(link);
        // What is joined now changes the other one too: two officers at once get one answer.
        target.Touch();
        facts.Add(merged);
        if (petition.IdentityMode != "Anonymous")
        {
            var notice = Rule.RequireText(request.Notice, Reply.PartMax, "merge.notice");
            facts.AddRange(await papers.TellAsync(petition, "ProceduralReply", new() { ["text"] = notice }, actor, id => new ProceduralReplySent(petition.Id, id), ct));
        }

        await recorder.SaveAsync(petition, actor, facts, ct);
    });

    /// <summary>Own number, own dates, own way: only the link is added.</summary>
    /// <exception cref="RuleBrokenException">merge.*, repeat.*.</exception>
    public async Task LinkAsync(JoinRequest request, Actor actor, CancellationToken ct)
    {
        var (petition, earlier) = await LoadAsync(request, actor, ct);
        Rule.Require(petition.State is not (PetitionState.Closed or PetitionState.Archived), "petition.closed");
        Rule.Require(petition.State != PetitionState.Merged, "petition.wrong-state");
        Rule.Require(!await db.PetitionLinks.AnyAsync(link => link.PetitionId == petition.Id && link.TargetId == earlier.Id && link.EndedAt == null, ct), "repeat.exists");
        var (made, fact) = petition.LinkAsRepeat(earlier, request.Reason, actor.StaffId!.Value, Now);
        db.PetitionLinks.Add(made);
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    /// <summary>The matter goes back to screening with the limits it had; its former handler is named anew by acceptance.</summary>
    /// <exception cref="NotFoundException">As above, or it is not joined.</exception>
    /// <exception cref="RuleBrokenException">merge.director, merge.reason.</exception>
    public async Task UndoAsync(string number, string? reason, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.MergePetitions);
        Rule.Require(await access.HoldsRoleAsync(actor.StaffId!.Value, petition.OfficeId, [Director], ct), "merge.director");
        var link = await db.PetitionLinks.Where(l => l.PetitionId == petition.Id && l.Kind == PetitionLinkKind.Merged && l.EndedAt == null).SingleOrNotFoundAsync(ct);
        var target = await db.Petitions.VisibleTo(Actor.System).Where(p => p.Id == link.TargetId).Select(p => p.Number).SingleAsync(ct);
        await recorder.SaveAsync(petition, actor, [petition.UndoMerge(link, target, reason, actor.StaffId!.Value, Now)], ct);
    }

    internal static bool IsDirectors(PetitionState state) => state is PetitionState.Accepted or PetitionState.InHandling;

    private async Task<(Petition Petition, Petition Target)> LoadAsync(JoinRequest request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.MergePetitions);
        var number = PetitionNumber.TryParse(request.Target);
        Rule.Require(number is not null, "merge.target");
        var target = await db.Petitions.VisibleTo(actor).Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments).AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Number == number!.Value, ct);
        Rule.Require(target is not null && ScreeningAccess.Holds(target, actor, Abilities.MergePetitions), "merge.target");
        return (petition, target!);
    }

    /// <summary>Whoever handles the other one would read this one as well: never whom it complains of.</summary>
    private async Task RequireHandlersOutsideWallAsync(Petition petition, Petition target, CancellationToken ct)
    {
        var handlers = target.Assignments.Where(a => a.To is null && a.Kind is AssignmentKind.CurrentHandler or AssignmentKind.Substitute).Select(a => a.StaffId).ToList();
        foreach (var staff in await db.Staff.AsNoTracking().Where(s => handlers.Contains(s.Id)).Select(s => new { s.Id, s.NameKey, s.DepartmentId }).ToListAsync(ct))
        {
            Rule.Require(!petition.IsWalled(staff.Id, staff.NameKey, offices.LineOf(staff.DepartmentId)), "merge.handler-walled");
        }
    }
}
