using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;

namespace Petitions.Services.Appointments;

/// <summary>
/// Slots that an odd day shuts while their session still stands: neither offered nor booked. What is booked in them already
/// is left alone and stands on the conflict list (<see cref="ConflictQueries"/>). One rule decides: <see cref="Closure.Touches"/>.
/// </summary>
public sealed class ShutSlots(PetitionsDbContext db, TimeProvider clock)
{
    /// <summary>Of an office's published sessions to come. Bounded by its odd days; one small question where it has none.</summary>
    public async Task<IReadOnlyList<Guid>> OfAsync(Guid officeId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var closures = await ClosedAsync(officeId, ChinaTime.DateOf(now), ct);
        if (closures.Count == 0)
        {
            return [];
        }

        var (first, last) = (closures.Min(closure => closure.FirstDay), closures.Max(closure => closure.LastDay));
        var slots = await (
            from slot in db.SessionSlots.AsNoTracking()
            join session in db.ReceptionSessions.AsNoTracking() on slot.SessionId equals session.Id
            where session.OfficeId == officeId && session.State == SessionState.Published && session.Day >= first && session.Day <= last && slot.StartsAt > now
            select new { slot.Id, session.ServicePointId, slot.StartsAt, slot.EndsAt }).ToListAsync(ct);
        return [.. slots.Where(slot => closures.Any(closure => Shuts(closure, slot.ServicePointId, slot.StartsAt, slot.EndsAt))).Select(slot => slot.Id)];
    }

    /// <summary>Whether these hours at a point are shut by hand.</summary>
    public async Task<bool> IsShutAsync(Guid officeId, Guid servicePointId, DateTime startsAt, DateTime endsAt, CancellationToken ct) =>
        (await ClosedAsync(officeId, ChinaTime.DateOf(startsAt), ct)).Any(closure => Shuts(closure, servicePointId, startsAt, endsAt));

    private static bool Shuts(Closure closure, Guid servicePointId, DateTime startsAt, DateTime endsAt) =>
        (closure.ServicePointId is null || closure.ServicePointId == servicePointId)
        && closure.Touches(ChinaTime.DateOf(startsAt), TimeOnly.FromDateTime(ChinaTime.LocalOf(startsAt)), TimeOnly.FromDateTime(ChinaTime.LocalOf(endsAt)));

    private Task<List<Closure>> ClosedAsync(Guid officeId, DateOnly from, CancellationToken ct) =>
        db.Closures.AsNoTracking().Where(closure => closure.OfficeId == officeId && closure.Kind == ClosureKind.Closed && closure.LastDay >= from).ToListAsync(ct);
}
