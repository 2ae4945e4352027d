using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>
/// The conflict list: whatever hours, calendar, odd days, regular days or absences were changed to, what is booked outside
/// of them is found here until somebody moved it. Nothing is written when hours change, so nothing can be forgotten.
/// </summary>
public sealed class ConflictQueries(PetitionsDbContext db, OpeningReader openings, SitterCheck sitters, ISessionBookings bookings, TimeProvider clock)
{
    /// <summary>The conflicts of the offices in which the person plans receptions or keeps the appointments.</summary>
    public Task<IReadOnlyList<TimetableConflict>> ListAsync(Actor actor, CancellationToken ct) =>
        OfAsync(actor.OfficesFor(Abilities.PlanReceptions, Abilities.ManageAppointments), null, ct);

    /// <summary>Sessions and bookings of a service point that no longer fit; told to whoever changed its hours.</summary>
    public async Task<(int Sessions, int Bookings)> CountAsync(ServicePoint point, CancellationToken ct)
    {
        var conflicts = await OfAsync([point.OfficeId], point.Id, ct);
        return (conflicts.Count, conflicts.Sum(conflict => conflict.Bookings.Count));
    }

    private async Task<IReadOnlyList<TimetableConflict>> OfAsync(IReadOnlyList<Guid> offices, Guid? pointId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var coming = await db.ReceptionSessions.AsNoTracking()
            .Where(s => offices.Contains(s.OfficeId) && (pointId == null || s.ServicePointId == pointId) && s.StartsAt > now)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id)
            .Select(s => new Coming(s.Id, s.ServicePointId, s.Form, s.Day, s.StartsAt, s.EndsAt, s.State, s.LeaderId, db.Staff.Where(p => p.Id == s.LeaderId).Select(p => p.Name).FirstOrDefault(), s.RuleId, s.RuleVersion, s.RuleDay))
            .ToListAsync(ct);
        var why = await WhyAsync(offices, coming, ChinaTime.DateOf(now), ct);
        var suspects = coming.Select(session => (Session: session, Reason: why(session, session.StartsAt, session.EndsAt))).Where(each => each.Reason is not null).ToList();
        var booked = (await bookings.OfAsync([.. suspects.Select(each => each.Session.Id)], ct)).ToLookup(booking => booking.SessionId);
        var conflicts = new List<TimetableConflict>();
        foreach (var (session, reason) in suspects)
        {
            // Of a session cut short only those whose own time no longer fits.
            var left = booked[session.Id].Where(booking => why(session, booking.StartsAt, booking.EndsAt) is not null).OrderBy(booking => booking.StartsAt).ThenBy(booking => booking.Id).ToList();
            var conflict = new TimetableConflict(session.Id, session.ServicePointId, session.Form, session.Day, session.StartsAt, session.EndsAt, session.Leader, reason!.Value, left);
            if (conflict.IsOpen || left.Count > 0)
            {
                conflicts.Add(conflict);
            }
        }

        return conflicts;
    }

    private async Task<Func<Coming, DateTime, DateTime, ConflictReason?>> WhyAsync(IReadOnlyList<Guid> offices, List<Coming> coming, DateOnly today, CancellationToken ct)
    {
        var opening = await openings.ReadAsync(offices, today, ct);
        var ruleIds = coming.Select(session => session.RuleId).OfType<Guid>().Distinct().ToList();
        var rules = (await db.TimetableRules.AsNoTracking().Where(rule => ruleIds.Contains(rule.Id)).ToListAsync(ct)).ToDictionary(rule => rule.Id);
        var leaders = coming.Select(session => session.LeaderId).OfType<Guid>().Distinct().ToList();
        var away = await sitters.AwayAsync(leaders, today, coming.Count == 0 ? today : coming[^1].Day, ct);
        return (session, startsAt, endsAt) =>
        {
            if (session.State is SessionState.Moved or SessionState.Cancelled)
            {
                return session.State == SessionState.Moved ? ConflictReason.Moved : ConflictReason.Cancelled;
            }

            var (from, to) = (TimeOnly.FromDateTime(ChinaTime.LocalOf(startsAt)), TimeOnly.FromDateTime(ChinaTime.LocalOf(endsAt)));
            return opening.Of(session.ServicePointId).FitOf(session.Day, from, to) switch
            {
                SessionFit.Holiday => ConflictReason.Holiday,
                SessionFit.Closed => ConflictReason.Closed,
                SessionFit.OutsideHours => ConflictReason.OutsideHours,
                _ when session.RuleId is { } id && rules[id] is var rule && rule.Version > session.RuleVersion && !(rule.Names(session.RuleDay!.Value) && rule.From <= from && to <= rule.To) => ConflictReason.RuleChanged,
                _ when session.LeaderId is { } leader && away[leader].Any(span => span.From <= session.Day && session.Day <= span.To) => ConflictReason.LeaderAway,
                _ => null,
            };
        };
    }

    private sealed record Coming(
        Guid Id, Guid ServicePointId, string Form, DateOnly Day, DateTime StartsAt, DateTime EndsAt, SessionState State, Guid? LeaderId, string? Leader, Guid? RuleId, int? RuleVersion, DateOnly? RuleDay);
}
