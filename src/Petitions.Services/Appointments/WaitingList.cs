using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>
/// What time does to appointments: places kept too long are given back, offers not answered lapse, and a freed place is
/// offered to who waits longest. Nobody passes those who wait: see <see cref="BookingPlaces"/>. Safe to run twice and on two nodes.
/// </summary>
public sealed class WaitingList(IServiceScopeFactory scopes, IOptions<BookingOptions> options)
{
    private const int Batch = 200;

    /// <summary>Returns how many appointments it changed.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken ct) => await ExpireAsync(now, ct) + await OfferAsync(now, ct);

    private async Task<int> ExpireAsync(DateTime now, CancellationToken ct)
    {
        var over = await AskAsync(db => db.Appointments.AsNoTracking()
            .Where(a => ((a.State == AppointmentState.Held || a.State == AppointmentState.Offered) && a.HeldUntil <= now)
                || (a.State == AppointmentState.Waiting && db.ReceptionSessions.Any(session => session.Id == a.WantedSessionId && (session.EndsAt <= now || session.State != SessionState.Published))))
            .OrderBy(a => a.HeldUntil).Select(a => a.Id).Take(Batch).ToListAsync(ct));
        var changed = 0;
        foreach (var id in over)
        {
            changed += await ActAsync(id, (appointment, _) => Task.FromResult(
                appointment.State == AppointmentState.Waiting || appointment.HeldUntil <= now ? (true, (SlotPlace?)null) : (false, null)), now, ct) ? 1 : 0;
        }

        return changed;
    }

    private async Task<int> OfferAsync(DateTime now, CancellationToken ct)
    {
        var waiting = await AskAsync(db => (
            from a in db.Appointments.AsNoTracking()
            join session in db.ReceptionSessions.AsNoTracking() on a.WantedSessionId equals session.Id
            where a.State == AppointmentState.Waiting && session.State == SessionState.Published && session.EndsAt > now
            orderby a.WaitingSince, a.Id
            select a.Id).Take(Batch).ToListAsync(ct));
        var offered = 0;
        foreach (var id in waiting)
        {
            offered += await ActAsync(id, async (appointment, scope) => appointment.State != AppointmentState.Waiting
                ? (false, null)
                : await PlaceForAsync(appointment, scope, now, ct) is { } place ? (true, place) : (false, (SlotPlace?)null), now, ct) ? 1 : 0;
        }

        return offered;
    }

    private static async Task<SlotPlace?> PlaceForAsync(Appointment appointment, IServiceProvider scope, DateTime now, CancellationToken ct)
    {
        var db = scope.GetRequiredService<PetitionsDbContext>();
        var places = scope.GetRequiredService<BookingPlaces>();
        var (wantedSession, wantedSlot) = (appointment.WantedSessionId, appointment.WantedSlotId);
        var slots = await db.SessionSlots.AsNoTracking().Where(slot => slot.SessionId == wantedSession && slot.StartsAt > now && (wantedSlot == null || slot.Id == wantedSlot))
            .OrderBy(slot => slot.StartsAt).Select(slot => slot.Id).ToListAsync(ct);
        foreach (var slot in slots)
        {
            if (await places.FindAsync(slot, appointment.Form, PlaceFor.Waiting, appointment, ct) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>One appointment, one save; who is quicker elsewhere wins, and the next turn looks again.</summary>
    private async Task<bool> ActAsync(Guid id, Func<Appointment, IServiceProvider, Task<(bool Act, SlotPlace? Place)>> decide, DateTime now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        var appointment = await db.Appointments.Include(a => a.Persons).Include(a => a.Wishes).AsSplitQuery().SingleAsync(a => a.Id == id, ct);
        var (act, place) = await decide(appointment, scope.ServiceProvider);
        if (!act)
        {
            return false;
        }

        var asked = appointment.State != AppointmentState.Held;
        var fact = place is null ? appointment.Expire(now) : appointment.Offer(place, Until(place, now));
        if (fact is not null)
        {
            scope.ServiceProvider.GetRequiredService<FactLog>().Record(Actor.System, fact);
        }

        if (asked)
        {
            scope.ServiceProvider.GetRequiredService<BookingNotices>().Tell(appointment, place is null ? BookingNotices.Lapsed : BookingNotices.Offered);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private DateTime Until(SlotPlace place, DateTime now) => now + options.Value.Offer is var until && until < place.StartsAt ? until : place.StartsAt;

    private async Task<T> AskAsync<T>(Func<PetitionsDbContext, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>());
    }
}
