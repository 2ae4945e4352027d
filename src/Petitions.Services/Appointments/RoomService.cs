using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;

namespace Petitions.Services.Appointments;

/// <summary>Rooms, and their booking: no room is taken twice at one time, whoever books at the same moment (J4 (e), J11 (c), security.md C10).</summary>
public sealed class RoomService(PetitionsDbContext db, FactLog log, TimetablePlaces places, RoomKeeper rooms, ClockCatalog clocks, TimetableSaves saves, TimeProvider clock)
{
    private const string UsualMinutes = "ROOM_DEFAULT_MINUTES";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The same form sent twice opens one room.</summary>
    /// <exception cref="RuleBrokenException">room.name, room.seats.</exception>
    public Task OpenAsync(Guid servicePointId, RoomDetails details, Guid submissionKey, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var point = places.Find(servicePointId, actor, Abilities.PlanReceptions);
        if (await db.Rooms.AnyAsync(room => room.SubmissionKey == submissionKey, ct))
        {
            return;
        }

        var (room, fact) = Room.Open(point.OfficeId, point.Id, details, submissionKey, Now);
        db.Rooms.Add(room);
        log.Record(actor, fact);
        await db.SaveChangesAsync(ct);
    });

    /// <exception cref="RuleBrokenException">room.name, room.seats, reference.newer-version.</exception>
    public Task ChangeAsync(Guid id, int version, RoomDetails details, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var reach = actor.OfficesFor(Abilities.PlanReceptions);
        var room = await db.Rooms.Where(each => each.Id == id && reach.Contains(each.OfficeId)).SingleOrNotFoundAsync(ct);
        Rule.Require(room.Version == version, "reference.newer-version");
        log.Record(actor, room.Change(details));
        await db.SaveChangesAsync(ct);
    });

    /// <summary>Books one room, or one at each end; all or nothing.</summary>
    /// <exception cref="RuleBrokenException">room.taken, room.same-both-ends, room.not-video and those of <see cref="RoomBooking.Book"/>.</exception>
    public Task BookAsync(BookRoom request, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var reach = actor.OfficesFor(Abilities.BookRooms);
        Guid[] ids = request.OtherRoomId is { } other ? [request.RoomId, other] : [request.RoomId];
        Rule.Require(ids.Distinct().Count() == ids.Length, "room.same-both-ends");
        var found = await db.Rooms.AsNoTracking().Where(room => ids.Contains(room.Id) && reach.Contains(room.OfficeId)).ToListAsync(ct);
        if (found.Count < ids.Length)
        {
            throw new NotFoundException();
        }

        Rule.Require(ids.Length == 1 || found.All(room => room.Kind == RoomKind.Video), "room.not-video");
        var now = Now;
        foreach (var room in found)
        {
            var (booking, fact) = RoomBooking.Book(room, request.Day, request.From, request.To ?? UsualEnd(request.From, request.Day), request.Purpose, actor.StaffId!.Value, now);
            await rooms.RequireFreeAsync([room.Id], booking.StartsAt, booking.EndsAt, ct);
            db.RoomBookings.Add(booking);
            log.Record(actor, fact);
        }

        await db.SaveChangesAsync(ct);
    });

    /// <summary>Gives the hours back.</summary>
    /// <exception cref="RuleBrokenException">room.released, room.session.</exception>
    public Task ReleaseAsync(Guid id, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var reach = actor.OfficesFor(Abilities.BookRooms);
        var booking = await db.RoomBookings.Include(each => each.Quarters).Where(each => each.Id == id && reach.Contains(each.OfficeId)).SingleOrNotFoundAsync(ct);
        log.Record(actor, booking.Release(actor.StaffId!.Value, Now));
        await db.SaveChangesAsync(ct);
    });

    /// <summary>When a booking ends that names no end.</summary>
    public TimeOnly UsualEnd(TimeOnly from, DateOnly day)
    {
        var end = from.AddMinutes(clocks.Quota(UsualMinutes, day).AsInteger(), out var days);
        return days == 0 ? end : TimeOnly.MaxValue;
    }
}
