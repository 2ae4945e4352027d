using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>
/// Finds the lowest free number of a slot. Two may find the same one: the unique index decides, and who lost looks again.
/// A place whose time to be kept is over is taken over in the save of the new one, by its version.
/// </summary>
public sealed class BookingPlaces(PetitionsDbContext db, FactLog log, ShutSlots shut, TimeProvider clock)
{
    /// <summary>How often who lost a number looks for the next.</summary>
    public const int Tries = 40;

    /// <summary>A free place, or null when the slot is full, over, unknown, shut by an odd day, or its session is not open for booking.</summary>
    /// <param name="slotId">The slot.</param>
    /// <param name="form">What the session must be for.</param>
    /// <param name="who">Who asks: the public does not pass those who wait, the desk has places of its own.</param>
    /// <param name="own">An appointment whose place counts as free.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SlotPlace?> FindAsync(Guid slotId, AppointmentForm form, PlaceFor who, Appointment? own, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var wanted = form.SessionForm();
        var slot = await (
            from each in db.SessionSlots.AsNoTracking()
            join session in db.ReceptionSessions.AsNoTracking() on each.SessionId equals session.Id
            where each.Id == slotId && each.StartsAt > now && session.State == SessionState.Published && session.Form == wanted
            select new { each.SessionId, each.StartsAt, each.EndsAt, each.PublicPlaces, each.InternalPlaces, session.OfficeId, session.ServicePointId, session.LeaderId }).SingleOrDefaultAsync(ct);
        if (slot is null || await shut.IsShutAsync(slot.OfficeId, slot.ServicePointId, slot.StartsAt, slot.EndsAt, ct))
        {
            return null;
        }

        var ownId = own?.Id ?? Guid.Empty;
        var taken = await db.Appointments.AsNoTracking().Where(a => a.SlotId == slotId && a.PlaceNumber != null && a.Id != ownId)
            .Select(a => new { a.Id, Number = a.PlaceNumber!.Value, Expired = (a.State == AppointmentState.Held || a.State == AppointmentState.Offered) && a.HeldUntil <= now })
            .ToListAsync(ct);
        var numbers = Enumerable.Range(1, slot.PublicPlaces);
        if (who == PlaceFor.Desk)
        {
            numbers = Enumerable.Range(slot.PublicPlaces + 1, slot.InternalPlaces).Concat(numbers);
        }

        var free = numbers.Where(number => taken.All(a => a.Number != number || a.Expired)).ToList();
        if (free.Count == 0 || (who == PlaceFor.Public && free.Count <= await WaitingAsync(slot.SessionId, slotId, ownId, ct)))
        {
            return null;
        }

        var chosen = own?.SlotId == slotId && own.PlaceNumber is { } mine && free.Contains(mine)
            ? mine
            : free.OrderBy(number => taken.Any(a => a.Number == number)).First();
        if (taken.FirstOrDefault(a => a.Number == chosen) is { } over)
        {
            await TakeOverAsync(over.Id, now, ct);
        }

        return new SlotPlace(slot.SessionId, slotId, slot.ServicePointId, chosen, slot.StartsAt, slot.EndsAt, slot.LeaderId);
    }

    /// <summary>Whether an odd day shuts the slot; an unknown one is not shut, only never found.</summary>
    public async Task<bool> IsShutAsync(Guid slotId, CancellationToken ct)
    {
        var slot = await (
            from each in db.SessionSlots.AsNoTracking()
            join session in db.ReceptionSessions.AsNoTracking() on each.SessionId equals session.Id
            where each.Id == slotId
            select new { each.StartsAt, each.EndsAt, session.OfficeId, session.ServicePointId }).SingleOrDefaultAsync(ct);
        return slot is not null && await shut.IsShutAsync(slot.OfficeId, slot.ServicePointId, slot.StartsAt, slot.EndsAt, ct);
    }

    /// <summary>The booker's numbers within the limit of open appointments.</summary>
    /// <exception cref="RuleBrokenException">appointment.limit</exception>
    public async Task<BookerPlaces> BookerAsync(BookingDetails details, Guid own, int limit, CancellationToken ct)
    {
        var (contact, id) = (details.ContactIndex, details.IdIndex);
        var byContact = contact is null ? (int?)null : Lowest(limit, await db.Appointments.AsNoTracking()
            .Where(a => a.ContactIndex == contact && a.ContactOrdinal != null && a.Id != own).Select(a => a.ContactOrdinal!.Value).ToListAsync(ct));
        var byId = id is null ? (int?)null : Lowest(limit, await db.Appointments.AsNoTracking()
            .Where(a => a.IdIndex == id && a.IdOrdinal != null && a.Id != own).Select(a => a.IdOrdinal!.Value).ToListAsync(ct));
        return new BookerPlaces(byContact, byId);
    }

    private async Task<int> WaitingAsync(Guid sessionId, Guid slotId, Guid own, CancellationToken ct) =>
        await db.Appointments.CountAsync(a => a.WantedSessionId == sessionId && a.State == AppointmentState.Waiting && (a.WantedSlotId == null || a.WantedSlotId == slotId) && a.Id != own, ct);

    private async Task TakeOverAsync(Guid id, DateTime now, CancellationToken ct)
    {
        var over = await db.Appointments.Include(a => a.Persons).Include(a => a.Wishes).SingleAsync(a => a.Id == id, ct);
        if (over.HeldUntil <= now && over.Expire(now) is { } fact)
        {
            log.Record(Actor.System, fact);
        }
    }

    private static int Lowest(int limit, List<int> taken)
    {
        var free = Enumerable.Range(1, limit).FirstOrDefault(number => !taken.Contains(number));
        Rule.Require(free > 0, "appointment.limit");
        return free;
    }
}
