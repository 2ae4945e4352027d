using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>Makes planned sessions public and gives public ones more places (domain.md row 21).</summary>
public sealed class SessionPublishService(PetitionsDbContext db, FactLog log, TimetablePlaces places, TimetableSaves saves, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="RuleBrokenException">session.wrong-state</exception>
    public Task PublishAsync(Guid id, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        log.Record(actor, (await db.LoadSessionAsync(id, actor, ct)).Publish(Now));
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
        log.Record(actor, (await db.LoadSessionAsync(id, actor, ct)).Enlarge(publicPlaces, internalPlaces, Now));
        await db.SaveChangesAsync(ct);
    });
}
