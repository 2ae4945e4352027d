using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>Odd days, set and taken back by staff. What is booked on them is left alone and stands on the conflict list.</summary>
public sealed class ClosureService(PetitionsDbContext db, FactLog log, TimetablePlaces places, TimetableSaves saves, TimeProvider clock)
{
    /// <summary>The same form sent twice sets one.</summary>
    /// <exception cref="RuleBrokenException">Those of <see cref="Closure.Set"/>.</exception>
    /// <exception cref="NotFoundException">When the person does not plan for that office or point.</exception>
    public Task SetAsync(ClosureDetails details, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        if (details.ServicePointId is { } point ? places.Find(point, actor, Abilities.PlanReceptions).OfficeId != details.OfficeId : !actor.OfficesFor(Abilities.PlanReceptions).Contains(details.OfficeId))
        {
            throw new NotFoundException();
        }

        if (await db.Closures.AnyAsync(closure => closure.SubmissionKey == details.SubmissionKey && details.SubmissionKey != null, ct))
        {
            return;
        }

        var (closure, fact) = Closure.Set(details, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime);
        db.Closures.Add(closure);
        log.Record(actor, fact);
        await db.SaveChangesAsync(ct);
    });

    /// <summary>Takes it back; the fact keeps what it said.</summary>
    public Task TakeBackAsync(Guid id, Actor actor, CancellationToken ct) => saves.RunAsync(async () =>
    {
        var reach = actor.OfficesFor(Abilities.PlanReceptions);
        var closure = await db.Closures.Where(each => each.Id == id && reach.Contains(each.OfficeId)).SingleOrNotFoundAsync(ct);
        db.Closures.Remove(closure);
        log.Record(actor, closure.TakenBack());
        await db.SaveChangesAsync(ct);
    });
}
