using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Services.Reference;

namespace Petitions.Services.JointVisits;

/// <summary>When and where: places, and rooms kept for the hours so that nobody else takes them (security.md C10).</summary>
public sealed class JointPlaceService(
    PetitionsDbContext db, JointVisitAccess access, RoomKeeper rooms, ReferenceCatalog reference, TimetableSaves saves, FactLog log, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A room of this office, kept at once when the time is set; or a place of somebody else by its name, with its own link.</summary>
    /// <exception cref="RuleBrokenException">joint.place-*, joint.room-unknown, room.taken, room.off.</exception>
    public Task AddAsync(Guid id, Guid? roomId, string? name, bool video, Actor actor, CancellationToken ct, string? link = null) => saves.RunAsync(async () =>
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        var room = roomId is not { } wanted ? null : await db.Rooms.AsNoTracking().SingleOrDefaultAsync(each => each.Id == wanted && each.OfficeId == visit.OfficeId && each.Enabled, ct);
        Rule.Require(roomId is null || room is not null, "joint.room-unknown");
        var place = visit.AddPlace(room?.NameZh ?? name, room?.Id, room is null ? video : room.Kind == RoomKind.Video, Now, link);
        await KeepAsync(visit, place, actor, ct);
        await db.SaveChangesAsync(ct);
    });

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.place-used.</exception>
    public Task DropAsync(Guid id, Guid placeId, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        var place = visit.DropPlace(placeId);
        await LetGoAsync([place], actor, ct);
        await db.SaveChangesAsync(ct);
    });

    /// <summary>Sets or moves the time: every room is let go and kept anew, all or nothing.</summary>
    /// <exception cref="RuleBrokenException">joint.time, joint.time-past, room.taken.</exception>
    public Task SetTimeAsync(Guid id, DateOnly day, TimeOnly from, TimeOnly to, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        visit.SetTime(day, from, to, Now);
        // Given back first and in a save of its own within the transaction: the same room may be kept for overlapping hours.
        await using var whole = await db.Database.BeginTransactionAsync(ct);
        await LetGoAsync(visit.Places, actor, ct);
        await db.SaveChangesAsync(ct);
        foreach (var place in visit.Places)
        {
            await KeepAsync(visit, place, actor, ct);
        }

        await db.SaveChangesAsync(ct);
        await whole.CommitAsync(ct);
    });

    /// <summary>Gives every room back; the caller saves.</summary>
    public Task LetGoAsync(JointVisit visit, Actor actor, CancellationToken ct) => LetGoAsync(visit.Places, actor, ct);

    private async Task KeepAsync(JointVisit visit, JointPlace place, Actor actor, CancellationToken ct)
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

    private async Task LetGoAsync(IReadOnlyList<JointPlace> places, Actor actor, CancellationToken ct)
    {
        var ids = places.Select(place => place.BookingId).OfType<Guid>().ToList();
        foreach (var booking in await db.RoomBookings.Include(each => each.Quarters).Where(each => ids.Contains(each.Id) && each.ReleasedAt == null).ToListAsync(ct))
        {
            log.Record(actor, booking.Release(actor.StaffId!.Value, Now));
        }
    }

    private static TimeOnly LocalTime(DateTime utc) => TimeOnly.FromDateTime(Domain.Clocks.ChinaTime.LocalOf(utc));
}
