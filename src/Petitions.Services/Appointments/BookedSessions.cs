using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>
/// What a moved or called-off session does to its bookings, within the save of the session: a booking goes along to the slot
/// of the same order, or stays and is told, so that nobody's booking vanishes. By video the room at the other end is part of it:
/// such a booking stays until both ends are settled anew. Who waits keeps the place in the line; a
/// place kept for a form not sent yet is given up.
/// </summary>
public sealed class BookedSessions(PetitionsDbContext db, FactLog log, BookingNotices notices, TimeProvider clock) : ISessionBookings
{
    public async Task<IReadOnlyList<SlotBooking>> OfAsync(IReadOnlyCollection<Guid> sessions, CancellationToken ct) => await db.Appointments.AsNoTracking()
        .Where(a => a.SessionId != null && sessions.Contains(a.SessionId.Value) && a.PlaceNumber != null && (a.State == AppointmentState.Confirmed || a.State == AppointmentState.Offered))
        .Select(a => new SlotBooking(a.Id, a.SessionId!.Value, a.SlotId!.Value, a.StartsAt!.Value, a.EndsAt!.Value)).ToListAsync(ct);

    public async Task<BookingsMoved> MoveAlongAsync(ReceptionSession from, ReceptionSession to, string reason, Actor actor, CancellationToken ct)
    {
        List<SessionSlot> olds = [.. from.Slots.OrderBy(slot => slot.StartsAt)];
        List<SessionSlot> news = [.. to.Slots.OrderBy(slot => slot.StartsAt)];
        SessionSlot? SameOf(Guid? slotId) => olds.FindIndex(slot => slot.Id == slotId) is var at && at >= 0 && at < news.Count ? news[at] : null;
        var (moved, left) = (0, 0);
        foreach (var booking in await LiveAsync(from, ct))
        {
            if (booking.State == AppointmentState.Waiting)
            {
                log.Record(actor, booking.WaitAlong(to, SameOf(booking.WantedSlotId)?.Id));
            }
            else if (booking.Form != AppointmentForm.Video && SameOf(booking.SlotId) is { } slot && booking.PlaceNumber is { } number && number <= slot.Places)
            {
                log.Record(actor, booking.MoveAlong(new SlotPlace(to.Id, slot.Id, to.ServicePointId, number, slot.StartsAt, slot.EndsAt, to.LeaderId)));
                moved++;
            }
            else
            {
                booking.Touch();
                left++;
            }

            notices.Tell(booking, BookingNotices.Changed);
        }

        return new BookingsMoved(moved, left);
    }

    public async Task<int> CallOffAsync(ReceptionSession session, string reason, Actor actor, CancellationToken ct)
    {
        var left = 0;
        foreach (var booking in (await LiveAsync(session, ct)).Where(booking => booking.State != AppointmentState.Waiting))
        {
            booking.Touch();
            notices.Tell(booking, BookingNotices.Changed);
            left++;
        }

        return left;
    }

    /// <summary>Who has a place or waits for one. Forms not sent yet lose theirs; who waits for a session that is called off is told by the waiting list itself.</summary>
    private async Task<IReadOnlyList<Appointment>> LiveAsync(ReceptionSession session, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.Appointments.Include(a => a.Persons).Include(a => a.Wishes).AsSplitQuery()
            .Where(a => (a.SessionId == session.Id && a.PlaceNumber != null && (a.State == AppointmentState.Held || a.State == AppointmentState.Confirmed || a.State == AppointmentState.Offered))
                || (a.WantedSessionId == session.Id && a.State == AppointmentState.Waiting))
            .OrderBy(a => a.Id).ToListAsync(ct);
        foreach (var held in found.Where(a => a.State == AppointmentState.Held))
        {
            held.Expire(now);
        }

        return [.. found.Where(a => a.State != AppointmentState.Lapsed)];
    }
}
