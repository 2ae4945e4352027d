using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Services.Reference;

namespace Petitions.Services.JointVisits;

/// <summary>The rooms of a joint visit, kept for its hours so that nobody else takes them (security.md C10). The caller saves.</summary>
public sealed class JointRooms(PetitionsDbContext db, RoomKeeper rooms, ReferenceCatalog reference, FactLog log, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Keeps the room of a place once the time is set.</summary>
    /// <exception cref="RuleBrokenException">room.taken, room.off.</exception>
    public async Task KeepAsync(JointVisit visit, JointPlace place, Actor actor, CancellationToken ct)
    {
        if (place.RoomId is not { } roomId || visit.StartsAt is not { } startsAt || visit.EndsAt is not { } endsAt)
        {
            return;
        }

        var room = await db.Rooms.AsNoTracking().SingleAsync(each => each.Id == roomId, ct);
        await rooms.RequireFreeAsync([roomId], startsAt, endsAt, ct);
        var (booking, fact) = RoomBooking.Book(room, visit.Day!.Value, LocalTime(startsAt), LocalTime(endsAt), reference.Label("ReceptionForm", "Joint", "zh-Hans"), actor.StaffId!.Value, Now);
        db.RoomBookings.Add(booking);
        visit.Keep(place, booking.Id);
        log.Record(actor, fact);
    }

    /// <summary>Gives the rooms of these places back.</summary>
    public async Task LetGoAsync(IReadOnlyList<JointPlace> places, Actor actor, CancellationToken ct)
    {
        var ids = places.Select(place => place.BookingId).OfType<Guid>().ToList();
        foreach (var booking in await db.RoomBookings.Include(each => each.Quarters).Where(each => ids.Contains(each.Id) && each.ReleasedAt == null).ToListAsync(ct))
        {
            log.Record(actor, booking.Release(actor.StaffId!.Value, Now));
        }
    }

    private static TimeOnly LocalTime(DateTime utc) => TimeOnly.FromDateTime(ChinaTime.LocalOf(utc));
}
