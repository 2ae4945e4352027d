using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;

namespace Petitions.Services.JointVisits;

/// <summary>When and where: places, and rooms kept for the hours so that nobody else takes them (security.md C10).</summary>
public sealed class JointPlaceService(
    PetitionsDbContext db, JointVisitAccess access, JointRooms rooms, JointPasses passes, TimetableSaves saves, TimeProvider clock)
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
        await rooms.KeepAsync(visit, place, actor, ct);
        await db.SaveChangesAsync(ct);
    });

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.place-used.</exception>
    public Task DropAsync(Guid id, Guid placeId, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        var place = visit.DropPlace(placeId);
        await rooms.LetGoAsync([place], actor, ct);
        await db.SaveChangesAsync(ct);
    });

    /// <summary>Sets or moves the time: every room is let go and kept anew, and the links of guests go with it, all or nothing.</summary>
    /// <exception cref="RuleBrokenException">joint.time, joint.time-past, room.taken.</exception>
    public Task SetTimeAsync(Guid id, DateOnly day, TimeOnly from, TimeOnly to, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        var before = (visit.StartsAt, visit.EndsAt);
        visit.SetTime(day, from, to, Now);
        if (before != (visit.StartsAt, visit.EndsAt))
        {
            await passes.MovedAsync(visit, ct);
        }

        // Given back first and in a save of its own within the transaction: the same room may be kept for overlapping hours.
        await using var whole = await db.Database.BeginTransactionAsync(ct);
        await rooms.LetGoAsync(visit.Places, actor, ct);
        await db.SaveChangesAsync(ct);
        foreach (var place in visit.Places)
        {
            await rooms.KeepAsync(visit, place, actor, ct);
        }

        await db.SaveChangesAsync(ct);
        await whole.CommitAsync(ct);
    });
}
