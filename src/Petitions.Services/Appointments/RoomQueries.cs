using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>Rooms and their calendar, within the offices of the person. Bounded by rooms and a week, not by use.</summary>
public sealed class RoomQueries(PetitionsDbContext db)
{
    public async Task<IReadOnlyList<RoomLine>> ListAsync(Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(TimetablePlaces.Readers);
        return await db.Rooms.AsNoTracking().Where(room => reach.Contains(room.OfficeId)).OrderBy(room => room.ServicePointId).ThenBy(room => room.Kind).ThenBy(room => room.NameZh).ThenBy(room => room.Id)
            .Select(room => new RoomLine(room.Id, room.OfficeId, room.ServicePointId, room.NameZh, room.NameEn, room.Kind, room.Seats, room.Enabled, room.Version)).ToListAsync(ct);
    }

    public async Task<RoomCalendar> WeekAsync(DateOnly monday, Actor actor, CancellationToken ct)
    {
        var rooms = await ListAsync(actor, ct);
        var ids = rooms.Select(room => room.Id).ToList();
        var sunday = monday.AddDays(6);
        return new RoomCalendar(monday, rooms, await HoldsAsync(db.RoomBookings.Where(b => ids.Contains(b.RoomId) && b.Day >= monday && b.Day <= sunday), ct));
    }

    /// <summary>What stands in the way of a booking that was refused.</summary>
    public async Task<IReadOnlyList<RoomHold>> ClashesAsync(IReadOnlyList<Guid> rooms, DateOnly day, TimeOnly from, TimeOnly to, Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(TimetablePlaces.Readers);
        var midnight = ChinaTime.StartOfDayUtc(day);
        var quarters = QuarterHours.Of(midnight + from.ToTimeSpan(), midnight + to.ToTimeSpan()).ToList();
        return await HoldsAsync(db.RoomBookings.Where(b => rooms.Contains(b.RoomId) && reach.Contains(b.OfficeId) && b.Quarters.Any(q => quarters.Contains(q.StartsAt))), ct);
    }

    private async Task<IReadOnlyList<RoomHold>> HoldsAsync(IQueryable<RoomBooking> bookings, CancellationToken ct) =>
        await bookings.AsNoTracking().Where(b => b.ReleasedAt == null).OrderBy(b => b.StartsAt).ThenBy(b => b.Id)
            .Select(b => new RoomHold(b.Id, b.RoomId, b.Day, b.StartsAt, b.EndsAt, b.Purpose, b.SessionId,
                b.VideoVisitId != null ? SitterCheck.Video : db.ReceptionSessions.Where(s => s.Id == b.SessionId).Select(s => s.Form).FirstOrDefault(),
                db.Staff.Where(s => s.Id == b.BookedBy).Select(s => s.Name).FirstOrDefault())).ToListAsync(ct);
}
