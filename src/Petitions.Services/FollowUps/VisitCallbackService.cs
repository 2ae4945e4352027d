using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.FollowUps;

/// <summary>Makes the call about a rated visit: looks up the visitor's telephone, writes the call down. Whoever touched the visit or its matters may not.</summary>
public sealed class VisitCallbackService(PetitionsDbContext db, CallbackReach reach, MatterTouch touch, FactLog log, ColumnProtector protector, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such call about a visit, out of reach, or walled.</exception>
    /// <exception cref="RuleBrokenException">callback.*, alert.note.</exception>
    public async Task DoneAsync(Guid taskId, CallbackReport report, Actor actor, CancellationToken ct)
    {
        var task = await LoadAsync(taskId, actor, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        log.Record(actor, task.Done(actor.StaffId!.Value, report, null, now));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Name and telephone of whoever spoke for the party; that they were looked up stands in the chain of the visit, saved before the answer.</summary>
    /// <exception cref="NotFoundException">As above.</exception>
    /// <exception cref="RuleBrokenException">callback.has-acted, callback.already-done, identity.reason, identity.sealed, identity.withheld, identity.none.</exception>
    public async Task<RevealedIdentity> ContactAsync(Guid taskId, string? reason, string? address, Actor actor, CancellationToken ct)
    {
        var task = await LoadAsync(taskId, actor, ct);
        Rule.Require(task.DoneAt is null, "callback.already-done");
        var why = Rule.RequireText(reason, Assignment.ReasonMax, "identity.reason");
        var visit = await db.Receptions.AsNoTracking().Include(r => r.Visitors).Include(r => r.Matters).AsSplitQuery().Where(r => r.Id == task.ReceptionId).SingleOrNotFoundAsync(ct);
        var linked = visit.Matters.Select(matter => matter.PetitionId).ToList();
        var matters = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Where(p => linked.Contains(p.Id)).Select(p => new { p.Id, p.Confidentiality, p.IdentityMode }).ToListAsync(ct);
        Rule.Require(matters.All(matter => matter.Confidentiality != "Sealed"), "identity.sealed");
        // A withheld name is known to the receiver only (domain.md 3.2).
        Rule.Require(matters.All(matter => matter.IdentityMode != "NameWithheld")
            || actor.Grants.Any(grant => grant.Ability == Abilities.RevealIdentity && grant.Scope == AbilityScopes.PetitionDepartment), "identity.withheld");
        var visitor = visit.Visitors.OrderBy(each => each.Id).FirstOrDefault();
        Rule.Require(visitor?.Identity is not null || visitor?.Name is not null, "identity.none");
        var now = clock.GetUtcNow().UtcDateTime;
        db.ReadRecords.AddRange(linked.Select(matter => ReadRecord.Create(matter, actor.StaffId!.Value, "Identity", address, why, now)));
        log.Record(actor, new IdentityRevealed(null, visitor!.Id, why, visit.Id));
        await db.SaveChangesAsync(ct);
        var block = visitor.Identity is { } stored ? protector.UnprotectBlock(stored) : new IdentityBlock();
        return new RevealedIdentity(visit.Ticket.ToString(), visitor.Name ?? block.SealedName, block);
    }

    private async Task<CallbackTask> LoadAsync(Guid taskId, Actor actor, CancellationToken ct)
    {
        var task = await reach.Of(actor).Where(t => t.Id == taskId && t.ReceptionId != null).SingleOrNotFoundAsync(ct);
        Rule.Require(!(await touch.WhoAsync(task, ct)).Contains(actor.StaffId!.Value), "callback.has-acted");
        return task;
    }
}
