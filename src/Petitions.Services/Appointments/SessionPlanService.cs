using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>Plans single sessions (domain.md row 21). A holiday is refused, and the page offers the next working day.</summary>
public sealed class SessionPlanService(
    PetitionsDbContext db, FactLog log, TimetablePlaces places, OpeningReader openings, SessionNeeds needs, TimetableSaves saves, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The same form sent twice plans one session.</summary>
    /// <exception cref="RuleBrokenException">Those of <see cref="SessionNeeds"/> and <see cref="ReceptionSession.Plan"/>.</exception>
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

    /// <summary>The day to offer when these hours do not fit on the one asked for.</summary>
    public async Task<DateOnly?> NextDayAsync(Guid servicePointId, DateOnly day, TimeOnly from, TimeOnly to, Actor actor, CancellationToken ct)
    {
        var point = places.Find(servicePointId, actor, Abilities.PlanReceptions);
        var today = ChinaTime.DateOf(Now);
        var after = day < today ? today : day;
        return (await openings.ReadAsync([point.OfficeId], after, ct)).Of(point.Id).NextFitting(after, from, to);
    }

    private Task<Guid?> PlannedByAsync(Guid submissionKey, CancellationToken ct) =>
        db.ReceptionSessions.Where(s => s.SubmissionKey == submissionKey).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct);

    private async Task<Guid> PlanNewAsync(ServicePoint point, PlanSession request, Actor actor, CancellationToken ct)
    {
        var (now, by) = (Now, actor.StaffId!.Value);
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
            PlannedBy = by,
            SubmissionKey = request.SubmissionKey,
        }, now);
        await needs.KeepAsync(session, request.From, request.To, by, now, null, ct);
        db.ReceptionSessions.Add(session);
        log.Record(actor, new OfficeChanged(point.OfficeId, "Session", session.Id.ToString(), null, FormattableString.Invariant($"{session.Form} {session.Day:yyyy-MM-dd} {request.From:HH:mm}-{request.To:HH:mm}")));
        if (request.Publish)
        {
            log.Record(actor, session.Publish(now));
        }

        await db.SaveChangesAsync(ct);
        return session.Id;
    }
}
