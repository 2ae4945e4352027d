using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;

namespace Petitions.Services.Appointments;

/// <summary>
/// Slots of published sessions as a list (UX-022), in order, free and full. A place is free when nobody holds it and nobody
/// on the waiting list stands before it. Slots that an odd day shuts are not offered.
/// </summary>
public sealed class SlotQueries(PetitionsDbContext db, BookingWall wall, ShutSlots closed, TimeProvider clock)
{
    public const int PageSize = 20;
    public const int DaysMax = 60;

    /// <summary>The next slots; the key of the last one leads on, null at the end.</summary>
    public async Task<(IReadOnlyList<BookableSlot> Slots, SlotKey? Next)> ListAsync(SlotSearch search, SlotKey? after, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var slots = await FoundAsync(search, now, ct);
        if (after is { } key)
        {
            slots = slots.Where(pair => pair.Slot.StartsAt > key.At || (pair.Slot.StartsAt == key.At && pair.Slot.Id.CompareTo(key.Id) > 0));
        }

        var own = search.Own ?? Guid.Empty;
        var desk = search.Desk;
        var rows = await slots.OrderBy(pair => pair.Slot.StartsAt).ThenBy(pair => pair.Slot.Id).Take(PageSize + 1).Select(pair => new
        {
            pair.Slot.Id,
            pair.Slot.SessionId,
            pair.Session.ServicePointId,
            pair.Session.Day,
            pair.Slot.StartsAt,
            pair.Slot.EndsAt,
            pair.Session.LeaderId,
            Leader = db.Staff.Where(staff => staff.Id == pair.Session.LeaderId).Select(staff => staff.Name).FirstOrDefault(),
            Places = desk ? pair.Slot.PublicPlaces + pair.Slot.InternalPlaces : pair.Slot.PublicPlaces,
            Taken = db.Appointments.Count(a => a.SlotId == pair.Slot.Id && a.PlaceNumber != null && a.Id != own && (desk || a.PlaceNumber <= pair.Slot.PublicPlaces)
                && !((a.State == AppointmentState.Held || a.State == AppointmentState.Offered) && a.HeldUntil <= now)),
            Waiting = db.Appointments.Count(a => a.WantedSessionId == pair.Session.Id && a.State == AppointmentState.Waiting && (a.WantedSlotId == null || a.WantedSlotId == pair.Slot.Id)),
        }).ToListAsync(ct);
        List<BookableSlot> page = [.. rows.Take(PageSize).Select(r => new BookableSlot(
            r.Id, r.SessionId, r.ServicePointId, r.Day, r.StartsAt, r.EndsAt, r.LeaderId, r.Leader, Math.Max(0, r.Places - r.Taken - (desk ? 0 : r.Waiting)), r.Waiting))];
        return (page, rows.Count > PageSize ? new SlotKey(page[^1].StartsAt, page[^1].Id) : null);
    }

    /// <summary>The first slot with a free place from a moment on: what a loser is offered. Null when there is none.</summary>
    public async Task<BookableSlot?> NextFreeAsync(SlotSearch search, DateTime from, CancellationToken ct)
    {
        SlotKey? after = new(from.AddTicks(-1), Guid.Empty);
        while (after is not null)
        {
            var (slots, next) = await ListAsync(search, after, ct);
            if (slots.FirstOrDefault(slot => !slot.IsFull) is { } free)
            {
                return free;
            }

            after = next;
        }

        return null;
    }

    /// <summary>Days that have slots, for the filter.</summary>
    public async Task<IReadOnlyList<DateOnly>> DaysAsync(SlotSearch search, CancellationToken ct) =>
        await (await FoundAsync(search with { Day = null }, clock.GetUtcNow().UtcDateTime, ct)).Select(pair => pair.Session.Day).Distinct().OrderBy(day => day).Take(DaysMax).ToListAsync(ct);

    /// <summary>When a slot begins; null for an unknown one.</summary>
    public Task<DateTime?> StartAsync(Guid slotId, CancellationToken ct) =>
        db.SessionSlots.AsNoTracking().Where(slot => slot.Id == slotId).Select(slot => (DateTime?)slot.StartsAt).SingleOrDefaultAsync(ct);

    private async Task<IQueryable<SlotOfSession>> FoundAsync(SlotSearch search, DateTime now, CancellationToken ct)
    {
        var form = search.Form.SessionForm();
        var today = ChinaTime.DateOf(now);
        var walled = search.PetitionId is { } petition && search.Form.WishesSlots() ? await wall.LeadersAsync(petition, search.OfficeId, ct) : [];
        var (office, point, day) = (search.OfficeId, search.ServicePointId, search.Day);
        var shut = await closed.OfAsync(office, ct);
        var desk = search.Desk;
        return from slot in db.SessionSlots.AsNoTracking()
               join session in db.ReceptionSessions.AsNoTracking() on slot.SessionId equals session.Id
               where session.OfficeId == office && session.Day >= today && session.Form == form && session.State == SessionState.Published && slot.StartsAt > now && !shut.Contains(slot.Id)
                   && (desk || slot.PublicPlaces > 0) && (point == null || session.ServicePointId == point) && (day == null || session.Day == day)
                   && (session.LeaderId == null || !walled.Contains(session.LeaderId.Value))
               select new SlotOfSession { Slot = slot, Session = session };
    }

    private sealed class SlotOfSession
    {
        public required SessionSlot Slot { get; init; }

        public required ReceptionSession Session { get; init; }
    }
}
