using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;

namespace Petitions.Services.JointVisits;

/// <summary>The sitting itself: begins, who is there, the points of the agenda, ends (journey J8 step 4). Whoever sits there may keep it.</summary>
public sealed class JointSittingService(PetitionsDbContext db, JointVisitAccess access, FactLog log, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins it and lays out the minutes: what is to be settled, the petitioner's words, a view for each organ, the answer.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.too-early.</exception>
    public async Task StartAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        var now = Now;
        visit.Start(now);
        var position = 0;
        void Add(ParagraphKind kind, Guid? seat = null) => db.MinutesParagraphs.Add(MinutesParagraph.Of(visit.Id, kind, seat, ++position, now));
        Add(ParagraphKind.Opening);
        Add(ParagraphKind.PetitionerWords);
        foreach (var seat in visit.Seats.Where(seat => seat.GivesView).OrderBy(seat => seat.Kind).ThenByDescending(seat => seat.Role == SeatRole.Host).ThenBy(seat => seat.Id))
        {
            Add(ParagraphKind.View, seat.Id);
        }

        Add(ParagraphKind.Discussion);
        Add(ParagraphKind.PetitionerAnswer);
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.presence, joint.absence-reason.</exception>
    public async Task TickAsync(Guid id, Guid seatId, SeatPresence presence, string? reason, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        visit.Tick(seatId, presence, reason, Now);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A point of the agenda, while it is prepared or held.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.agenda-*.</exception>
    public async Task AddPointAsync(Guid id, string? title, int? minutes, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        Rule.Require(visit.State is JointVisitState.Proposed or JointVisitState.Called, "joint.wrong-state");
        var last = await db.JointAgendaItems.Where(item => item.JointVisitId == id).MaxAsync(item => (int?)item.Position, ct) ?? 0;
        Rule.Require(last < JointAgendaItem.Most, "joint.agenda-most");
        db.JointAgendaItems.Add(JointAgendaItem.Of(id, last + 1, title, minutes, Now));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes up a point; the one before it ends. Without one, ends the last.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.agenda-order.</exception>
    public async Task PointAsync(Guid id, Guid? itemId, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        Rule.Require(visit is { State: JointVisitState.Called, StartedAt: not null }, "joint.wrong-state");
        var now = Now;
        foreach (var running in await db.JointAgendaItems.Where(item => item.JointVisitId == id && item.StartedAt != null && item.EndedAt == null).ToListAsync(ct))
        {
            running.End(now);
        }

        if (itemId is { } next)
        {
            (await db.JointAgendaItems.Where(item => item.JointVisitId == id && item.Id == next).SingleOrNotFoundAsync(ct)).Begin(now);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Ends the sitting; who was there stands fast from now on.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.attendance.</exception>
    public async Task HoldAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        var now = Now;
        log.Record(actor, visit.Hold(now));
        foreach (var running in await db.JointAgendaItems.Where(item => item.JointVisitId == id && item.StartedAt != null && item.EndedAt == null).ToListAsync(ct))
        {
            running.End(now);
        }

        await db.SaveChangesAsync(ct);
    }
}
