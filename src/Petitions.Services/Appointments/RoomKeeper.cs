using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.VideoVisits;

namespace Petitions.Services.Appointments;

/// <summary>Keeps rooms and lets them go within somebody else's unit of work. Looking first gives the answer in words; the unique index has the last one (security.md C10).</summary>
public sealed class RoomKeeper(PetitionsDbContext db)
{
    /// <exception cref="RuleBrokenException">room.taken, room.off, session.video-room.</exception>
    /// <exception cref="NotFoundException">When the office has no such room.</exception>
    public async Task KeepAsync(ReceptionSession session, Guid roomId, Guid by, DateTime now, CancellationToken ct, Guid? instead = null)
    {
        var room = await db.Rooms.AsNoTracking().Where(r => r.Id == roomId && r.OfficeId == session.OfficeId).SingleOrNotFoundAsync(ct);
        Rule.Require(session.Form != SitterCheck.Video || room.Kind == RoomKind.Video, "session.video-room");
        await RequireFreeAsync([roomId], session.StartsAt, session.EndsAt, ct, instead);
        db.RoomBookings.Add(RoomBooking.For(session, room, by, now));
    }

    /// <param name="instead">A session whose own room is given up in the same save.</param>
    /// <exception cref="RuleBrokenException">room.taken</exception>
    public async Task RequireFreeAsync(IReadOnlyList<Guid> rooms, DateTime startsAt, DateTime endsAt, CancellationToken ct, Guid? instead = null)
    {
        var first = QuarterHours.Of(startsAt, endsAt).First();
        Rule.Require(!await db.RoomQuarters.AnyAsync(q => rooms.Contains(q.RoomId) && q.StartsAt >= first && q.StartsAt < endsAt
            && !db.RoomBookings.Any(b => b.Id == q.BookingId && b.SessionId == instead && instead != null), ct), "room.taken");
    }

    /// <summary>Keeps a room at one end of a reception by video (journey J11 step 2); what that reception keeps already is given up in the same save.</summary>
    /// <exception cref="RuleBrokenException">room.taken, room.off, room.not-video.</exception>
    /// <exception cref="NotFoundException">When the office has no such room.</exception>
    public async Task KeepAsync(VideoVisit visit, Guid officeId, Guid roomId, Guid by, DateTime now, CancellationToken ct)
    {
        var room = await db.Rooms.AsNoTracking().Where(r => r.Id == roomId && r.OfficeId == officeId).SingleOrNotFoundAsync(ct);
        Rule.Require(room.Kind == RoomKind.Video, "room.not-video");
        var (id, from, to) = (visit.AppointmentId, QuarterHours.Of(visit.StartsAt!.Value, visit.EndsAt!.Value).First(), visit.EndsAt.Value);
        Rule.Require(!await db.RoomQuarters.AnyAsync(q => q.RoomId == roomId && q.StartsAt >= from && q.StartsAt < to
            && !db.RoomBookings.Any(b => b.Id == q.BookingId && b.VideoVisitId == id), ct), "room.taken");
        db.RoomBookings.Add(RoomBooking.For(visit, room, by, now));
    }

    /// <summary>Gives back what a reception by video kept at both ends.</summary>
    public async Task LetGoAsync(VideoVisit visit, Guid by, DateTime now, CancellationToken ct)
    {
        foreach (var booking in await db.RoomBookings.Include(b => b.Quarters).Where(b => b.VideoVisitId == visit.AppointmentId && b.ReleasedAt == null).ToListAsync(ct))
        {
            booking.LetGo(by, now);
        }
    }

    /// <summary>Gives back the rooms of sessions that are no longer held.</summary>
    public async Task LetGoAsync(IReadOnlyList<Guid> sessions, Guid by, DateTime now, CancellationToken ct)
    {
        foreach (var booking in await db.RoomBookings.Include(b => b.Quarters).Where(b => b.SessionId != null && sessions.Contains(b.SessionId.Value) && b.ReleasedAt == null).ToListAsync(ct))
        {
            booking.LetGo(by, now);
        }
    }
}
