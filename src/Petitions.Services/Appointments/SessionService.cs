using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;

namespace Petitions.Services.Appointments;

/// <summary>
/// Single sessions (domain.md row 21): plan, publish, enlarge, move, call off. A holiday is refused, and the page offers the
/// next working day; what is booked moves along or stands on the conflict list, and nobody's booking vanishes.
/// </summary>
public sealed class SessionService(
    PetitionsDbContext db, FactLog log, TimetablePlaces places, OpeningReader openings, SitterCheck sitters, RoomKeeper rooms, ISessionBookings bookings, NoticeOutbox outbox, TimetableSaves saves, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The same form sent twice plans one session.</summary>
    /// <exception cref="RuleBrokenException">session.holiday, session.closed, session.outside-hours, session.leader-busy, those of the sitter, the room and <see cref="ReceptionSession.Plan"/>.</exception>
    public Task<Guid> PlanAsync(PlanSession request, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var point = places.Find(request.ServicePointId, actor, Abilities.PlanReceptions);
        if (await PlannedByAsync(request.SubmissionKey, ct) is { } earlier)
        {
            return earlier;
        }

        try
        {
            return await PlanNewAsync(point, request, actor, ct);
        }
        catch (RuleBrokenException)
        {
            // The leader or the room may be taken by the same form, sent twice and saved a moment ago.
            db.ChangeTracker.Clear();
            if (await PlannedByAsync(request.SubmissionKey, ct) is { } meanwhile)
            {
                return meanwhile;
            }

            throw;
        }
    });

    private Task<Guid?> PlannedByAsync(Guid submissionKey, CancellationToken ct) =>
        db.ReceptionSessions.Where(s => s.SubmissionKey == submissionKey).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct);

    private async Task<Guid> PlanNewAsync(ServicePoint point, PlanSession request, Actor actor, CancellationToken ct)
    {
        await sitters.RequireAsync(point.OfficeId, request.Form, request.LeaderId, request.Day, ct);
        var now = Now;
        var session = ReceptionSession.Plan(new SessionPlan
        {
            OfficeId = point.OfficeId,
            ServicePointId = point.Id,
            Form = request.Form,
            Day = request.Day,
            From = request.From,
            To = request.To,
            SlotMinutes = request.SlotMinutes,
            PublicPlaces = request.PublicPlaces,
            InternalPlaces = request.InternalPlaces,
            LeaderId = request.LeaderId,
            RoomId = request.RoomId,
            PlannedBy = actor.StaffId!.Value,
            SubmissionKey = request.SubmissionKey,
        }, now);
        await RequireFitAsync(session, request.From, request.To, ct);
        await RequireLeaderFreeAsync(session, null, ct);
        db.ReceptionSessions.Add(session);
        Rule.Require(session.Form != SitterCheck.Video || session.RoomId is not null, "session.video-room");
        if (session.RoomId is { } room)
        {
            await rooms.KeepAsync(session, room, actor.StaffId!.Value, now, ct);
        }

        log.Record(actor, new OfficeChanged(point.OfficeId, "Session", session.Id.ToString(), null, FormattableString.Invariant($"{session.Form} {session.Day:yyyy-MM-dd} {request.From:HH:mm}-{request.To:HH:mm}")));
        if (request.Publish)
        {
            log.Record(actor, session.Publish(now));
        }

        await db.SaveChangesAsync(ct);
        return session.Id;
    }

    /// <summary>The day to offer when these hours do not fit on the one asked for.</summary>
    public async Task<DateOnly?> NextDayAsync(Guid servicePointId, DateOnly day, TimeOnly from, TimeOnly to, Actor actor, CancellationToken ct)
    {
        var point = places.Find(servicePointId, actor, Abilities.PlanReceptions);
        var today = ChinaTime.DateOf(Now);
        var after = day < today ? today : day;
        return (await openings.ReadAsync([point.OfficeId], after, ct)).Of(point.Id).NextFitting(after, from, to);
    }

    /// <exception cref="RuleBrokenException">session.wrong-state</exception>
    public Task PublishAsync(Guid id, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        log.Record(actor, (await LoadAsync(id, actor, ct)).Publish(Now));
        await db.SaveChangesAsync(ct);
    });

    /// <summary>Publishes all planned sessions of a point in a range of days. Answers how many.</summary>
    public Task<int> PublishAllAsync(Guid servicePointId, DateOnly from, DateOnly to, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var (point, now) = (places.Find(servicePointId, actor, Abilities.PlanReceptions), Now);
        var planned = await db.ReceptionSessions.Where(s => s.ServicePointId == point.Id && s.State == SessionState.Planned && s.Day >= from && s.Day <= to && s.StartsAt > now)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(ct);
        foreach (var session in planned)
        {
            log.Record(actor, session.Publish(now));
        }

        await db.SaveChangesAsync(ct);
        return planned.Count;
    });

    /// <exception cref="RuleBrokenException">session.fewer-places, session.places, session.wrong-state, session.over.</exception>
    public Task EnlargeAsync(Guid id, int publicPlaces, int internalPlaces, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        log.Record(actor, (await LoadAsync(id, actor, ct)).Enlarge(publicPlaces, internalPlaces, Now));
        await db.SaveChangesAsync(ct);
    });

    /// <summary>Moves the session and what is booked in it.</summary>
    /// <exception cref="RuleBrokenException">As <see cref="PlanAsync"/> and <see cref="ReceptionSession.Move"/>.</exception>
    public Task<SessionMovedTo> MoveAsync(Guid id, SessionMove move, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var (session, now, by) = (await LoadAsync(id, actor, ct), Now, actor.StaffId!.Value);
        var (next, facts) = session.Move(move, by, now);
        if (next.LeaderId is { } leader)
        {
            await sitters.RequireAsync(next.OfficeId, next.Form, leader, next.Day, ct);
        }

        await RequireFitAsync(next, move.From, move.To, ct);
        await RequireLeaderFreeAsync(next, session.Id, ct);
        db.ReceptionSessions.Add(next);
        Rule.Require(next.Form != SitterCheck.Video || next.RoomId is not null, "session.video-room");
        await rooms.LetGoAsync([session.Id], by, now, ct);
        if (next.RoomId is { } room)
        {
            await rooms.KeepAsync(next, room, by, now, ct, instead: session.Id);
        }

        var moved = await bookings.MoveAlongAsync(session, next, session.Reason!, actor, ct);
        log.Record(actor, facts);
        await TellLeaderAsync(session, next, ct);
        await db.SaveChangesAsync(ct);
        return new SessionMovedTo(next.Id, moved.Moved, moved.Left);
    });

    /// <summary>Calls the session off; answers how many bookings now stand on the conflict list.</summary>
    /// <exception cref="RuleBrokenException">session.reason, session.wrong-state, session.over.</exception>
    public Task<int> CancelAsync(Guid id, string? reason, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var (session, now) = (await LoadAsync(id, actor, ct), Now);
        var fact = session.Cancel(reason ?? "", now);
        await rooms.LetGoAsync([session.Id], actor.StaffId!.Value, now, ct);
        var left = await bookings.CallOffAsync(session, session.Reason!, actor, ct);
        log.Record(actor, fact);
        await TellLeaderAsync(session, null, ct);
        await db.SaveChangesAsync(ct);
        return left;
    });

    /// <summary>Who was to sit reads of it in the portal, if the day had been public.</summary>
    private async Task TellLeaderAsync(ReceptionSession session, ReceptionSession? next, CancellationToken ct)
    {
        if (session.LeaderId is { } leader && session.PublishedAt is not null)
        {
            await outbox.TellOfficeAsync(leader, next is null ? "staff.session-off" : "staff.session-moved", $"session/{session.Id:N}/ended", new Dictionary<string, string>
            {
                ["day"] = InWords(session),
                ["to"] = next is null ? "" : InWords(next),
                ["reason"] = session.Reason ?? "",
            }, ct);
        }
    }

    private static string InWords(ReceptionSession session) => ChinaTime.LocalOf(session.StartsAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private async Task<ReceptionSession> LoadAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(Abilities.PlanReceptions);
        return await db.ReceptionSessions.Include(s => s.Slots.OrderBy(slot => slot.StartsAt)).Where(s => s.Id == id && reach.Contains(s.OfficeId)).SingleOrNotFoundAsync(ct);
    }

    private async Task RequireFitAsync(ReceptionSession session, TimeOnly from, TimeOnly to, CancellationToken ct) =>
        (await openings.ReadAsync([session.OfficeId], session.Day, ct)).Of(session.ServicePointId).RequireFit(session.Day, from, to);

    /// <summary>Nobody sits in two sessions at once.</summary>
    private async Task RequireLeaderFreeAsync(ReceptionSession session, Guid? instead, CancellationToken ct)
    {
        var (leader, from, to) = (session.LeaderId, session.StartsAt, session.EndsAt);
        Rule.Require(leader is null || !await db.ReceptionSessions.AnyAsync(s => s.LeaderId == leader && s.Id != instead
            && (s.State == SessionState.Planned || s.State == SessionState.Published) && s.StartsAt < to && s.EndsAt > from, ct), "session.leader-busy");
    }
}
