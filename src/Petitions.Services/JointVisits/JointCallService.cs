using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Documents;

namespace Petitions.Services.JointVisits;

/// <summary>
/// Tells the petitioners of the plan, sets the joint visit for its day when nothing is missing, postpones it or calls it off
/// (journey J8 step 3); refuses a proposal with a reason (seed feature 27).
/// </summary>
public sealed class JointCallService(
    PetitionsDbContext db, JointVisitAccess access, JointPapers papers, JointNotices notices, JointRooms rooms, FactLog log, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Each petitioner gets a numbered notice with time, place, who sits there and what he may bring; agent and interpreter are told as well.</summary>
    /// <exception cref="RuleBrokenException">joint.told-without-plan, joint.told-already, joint.wrong-state, joint.matter-ended, joint.other-person.</exception>
    public Task TellAsync(Guid id, Actor actor, CancellationToken ct) => new ConflictRetry(db).RunAsync(async () =>
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        Rule.Require(visit.Plan is not null, "joint.told-without-plan");
        Rule.Require(visit.ToldPlan != visit.Plan, "joint.told-already");
        var matters = await access.MattersAsync(visit, ct);
        JointCompany.Require(matters);
        visit.Told(Now);
        foreach (var petition in matters)
        {
            await papers.NoticeAsync(visit, petition, matters, actor, ct);
        }

        foreach (var seat in visit.Seats.Where(seat => seat is { KeepsContact: true, IsGuest: false }))
        {
            notices.TellGuest(visit, seat, JointNotices.Told, $"told/{visit.Version}");
        }

        await db.SaveChangesAsync(ct);
    });

    /// <exception cref="RuleBrokenException">joint.missing while something is; joint.matter-ended, joint.other-person, joint.receiver-is-respondent, joint.time-past, joint.wrong-state.</exception>
    public async Task CallAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        await access.RequireOpenTableAsync(visit, ct);
        log.Record(actor, visit.Call(actor.StaffId!.Value, papers.DueBefore(visit.Day), Now));
        await notices.TellStaffAsync(visit, JointNotices.Called, $"called/{visit.Version}", ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The rooms stay until the new time is set; everybody is told.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.reason, joint.sitting.</exception>
    public Task PostponeAsync(Guid id, string? reason, Actor actor, CancellationToken ct) => EndAsync(id, visit => visit.Postpone(reason, actor.StaffId!.Value, Now), actor, ct);

    /// <summary>The rooms go back, the guests' links are dead, everybody is told with the reason.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.reason, joint.sitting.</exception>
    public Task CallOffAsync(Guid id, string? reason, Actor actor, CancellationToken ct) => EndAsync(id, visit => visit.CallOff(reason, actor.StaffId!.Value, Now), actor, ct);

    /// <summary>Each of its matters keeps the reason in its notes: the record of the refusal is theirs. Who was told of a time is told; the rooms go back.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.reason.</exception>
    public async Task RefuseAsync(Guid id, string? reason, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        var now = Now;
        visit.Refuse(reason, actor.StaffId!.Value, now);
        foreach (var petition in await access.MattersAsync(visit, ct))
        {
            var note = CaseNote.Write(petition.Id, CaseNoteKind.Note, visit.EndReason!, actor.StaffId!.Value, now);
            db.CaseNotes.Add(note);
            petition.Touch();
            log.Record(actor, new InternalNoteAdded(petition.Id, note.Id, note.Text));
            if (visit.Cases.Any(each => each.PetitionId == petition.Id && each.ToldAt is not null))
            {
                papers.TellDropped(visit, petition);
            }
        }

        await rooms.LetGoAsync(visit.Places, actor, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task EndAsync(Guid id, Action<JointVisit> end, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        end(visit);
        var matters = await access.MattersAsync(visit, ct);
        foreach (var petition in matters)
        {
            papers.TellOff(visit, petition, matters);
        }

        await notices.TellStaffAsync(visit, JointNotices.Off, $"off/{visit.Version}", ct);
        foreach (var seat in visit.Seats.Where(seat => seat.KeepsContact))
        {
            notices.TellGuest(visit, seat, JointNotices.GuestOff, $"off/{visit.Version}");
        }

        // A session's link is good for that session: the next day is another one.
        foreach (var pass in await db.JointGuestPasses.Where(each => each.JointVisitId == id && each.MeasureId == null && each.RevokedAt == null).ToListAsync(ct))
        {
            pass.Revoke(Now);
        }

        if (visit.State == JointVisitState.CalledOff)
        {
            await rooms.LetGoAsync(visit.Places, actor, ct);
        }

        await db.SaveChangesAsync(ct);
    }
}
