using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;

namespace Petitions.Services.Appointments;

/// <summary>The timetable as staff see it, within the offices of the person. A week, a list of regular days, a list of odd days: each bounded by itself.</summary>
public sealed class TimetableQueries(PetitionsDbContext db, TimetablePlaces places, OpeningReader openings, ClockCatalog clocks, ISessionBookings bookings)
{
    public async Task<TimetableWeek> WeekAsync(string? point, DateOnly monday, Actor actor, CancellationToken ct)
    {
        var place = places.Find(point, actor, TimetablePlaces.Readers);
        var sunday = monday.AddDays(6);
        var sessions = await LinesAsync(db.ReceptionSessions.Where(s => s.ServicePointId == place.Id && s.Day >= monday && s.Day <= sunday && !s.Superseded), ct);
        var closures = (await openings.ReadAsync([place.OfficeId], monday, ct)).Closures.Where(c => c.ServicePointId is null || c.ServicePointId == place.Id).ToList();
        return new TimetableWeek(place, monday, [.. Enumerable.Range(0, 7).Select(monday.AddDays).Select(day => new TimetableDay(
            day, clocks.Calendar.IsWorkingDay(day), [.. closures.Where(closure => closure.IsOn(day))], [.. sessions.Where(session => session.Day == day)]))]);
    }

    /// <exception cref="NotFoundException">Unknown, or of another office.</exception>
    public async Task<SessionSheet> SessionAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(TimetablePlaces.Readers);
        var line = (await LinesAsync(db.ReceptionSessions.Where(s => s.Id == id && reach.Contains(s.OfficeId)), ct)).SingleOrDefault() ?? throw new NotFoundException();
        var more = await db.ReceptionSessions.AsNoTracking().Where(s => s.Id == id).Select(s => new
        {
            s.OfficeId,
            s.ServicePointId,
            s.RoomId,
            s.PublishedAt,
            MovedTo = db.ReceptionSessions.Where(next => next.Id == s.MovedToId).Select(next => (DateOnly?)next.Day).FirstOrDefault(),
            PlannedBy = db.Staff.Where(p => p.Id == s.PlannedBy).Select(p => p.Name).FirstOrDefault(),
            Slots = s.Slots.OrderBy(slot => slot.StartsAt).Select(slot => new SlotLine(slot.Id, slot.StartsAt, slot.EndsAt, slot.PublicPlaces, slot.InternalPlaces)).ToList(),
        }).SingleAsync(ct);
        var booked = (await bookings.OfAsync([id], ct)).CountBy(booking => booking.SlotId).ToDictionary();
        return new SessionSheet(line, more.OfficeId, more.ServicePointId, more.RoomId,
            [.. more.Slots.Select(slot => slot with { Booked = booked.GetValueOrDefault(slot.Id) })], more.MovedTo, more.PlannedBy, more.PublishedAt);
    }

    /// <summary>Regular days of the offices the person plans for, those that still run first.</summary>
    public async Task<IReadOnlyList<TimetableRule>> RulesAsync(Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(Abilities.PlanReceptions);
        return await db.TimetableRules.AsNoTracking().Where(rule => reach.Contains(rule.OfficeId)).OrderBy(rule => rule.ValidTo != null).ThenBy(rule => rule.ServicePointId).ThenBy(rule => rule.From).ThenBy(rule => rule.Id).ToListAsync(ct);
    }

    /// <exception cref="NotFoundException">Unknown, or of another office.</exception>
    public async Task<TimetableRule> RuleAsync(Guid id, Actor actor, CancellationToken ct) => (await RulesAsync(actor, ct)).SingleOrDefault(rule => rule.Id == id) ?? throw new NotFoundException();

    /// <summary>Odd days from a day on.</summary>
    public async Task<IReadOnlyList<Closure>> ClosuresAsync(DateOnly from, Actor actor, CancellationToken ct) =>
        (await openings.ReadAsync(actor.OfficesFor(Abilities.PlanReceptions), from, ct)).Closures;

    private async Task<IReadOnlyList<SessionLine>> LinesAsync(IQueryable<ReceptionSession> sessions, CancellationToken ct)
    {
        var lines = await sessions.AsNoTracking().OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Select(s => new SessionLine(
            s.Id, s.Form, s.Day, s.RuleDay, s.StartsAt, s.EndsAt,
            db.Staff.Where(p => p.Id == s.LeaderId).Select(p => p.Name).FirstOrDefault(),
            db.Rooms.Where(r => r.Id == s.RoomId).Select(r => r.NameZh).FirstOrDefault(),
            db.Rooms.Where(r => r.Id == s.RoomId).Select(r => r.NameEn).FirstOrDefault(),
            s.State, s.MovedToId, s.Reason, s.SlotMinutes, db.SessionSlots.Count(slot => slot.SessionId == s.Id),
            db.SessionSlots.Where(slot => slot.SessionId == s.Id).Max(slot => (int?)slot.PublicPlaces) ?? 0,
            db.SessionSlots.Where(slot => slot.SessionId == s.Id).Max(slot => (int?)slot.InternalPlaces) ?? 0)).ToListAsync(ct);
        var booked = (await bookings.OfAsync([.. lines.Select(line => line.Id)], ct)).CountBy(booking => booking.SessionId).ToDictionary();
        return [.. lines.Select(line => line with { Booked = booked.GetValueOrDefault(line.Id) })];
    }
}
