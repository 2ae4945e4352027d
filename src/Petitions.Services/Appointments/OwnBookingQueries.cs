using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.People;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Appointments;

/// <summary>Reads an appointment for the holder of its code.</summary>
public sealed class OwnBookingQueries(PetitionsDbContext db, OwnVideoQueries videos, TimeProvider clock)
{
    public async Task<OwnBooking?> FindAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await db.Appointments.AsNoTracking().Where(a => a.Id == id && a.RequestedAt != null).Select(a => new
        {
            Appointment = a,
            Officer = db.Staff.Where(staff => staff.Id == a.OfficerId).Select(staff => staff.Name).FirstOrDefault(),
            CalledOff = db.ReceptionSessions.Where(session => session.Id == a.SessionId && (session.State == SessionState.Moved || session.State == SessionState.Cancelled)).Select(session => session.Reason ?? "").FirstOrDefault(),
            Ahead = db.Appointments.Count(other => other.WantedSessionId == a.WantedSessionId && other.State == AppointmentState.Waiting && other.WaitingSince < a.WaitingSince
                && (other.WantedSlotId == null || a.WantedSlotId == null || other.WantedSlotId == a.WantedSlotId)),
        }).SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        var found = row.Appointment;
        var persons = await db.AppointmentPersons.AsNoTracking().Where(person => person.AppointmentId == id).OrderBy(person => person.Ordinal)
            .Select(person => new { person.Name, person.Admission, person.RefusalReason }).ToListAsync(ct);
        return new OwnBooking
        {
            Id = found.Id,
            OfficeId = found.OfficeId,
            ServicePointId = found.ServicePointId,
            Form = found.Form,
            State = found.State,
            StartsAt = found.StartsAt,
            EndsAt = found.EndsAt,
            Day = found.Day,
            HeldUntil = found.HeldUntil,
            FromWaitingList = found.WaitingSince is not null,
            Officer = row.Officer,
            EndReason = found.EndReason,
            Version = found.Version,
            PetitionId = found.PetitionId,
            Ahead = row.Ahead,
            CalledOff = found.State == AppointmentState.Confirmed ? row.CalledOff : null,
            Persons = [.. persons.Select(person => new OwnBookingPerson(Masked.Name(person.Name), person.Admission, person.RefusalReason))],
            Wishes = await WishesAsync(db, id, ct),
            Video = await videos.OfAsync(found, ct),
            IsOpen = !found.IsOver && (found.StartsAt is not { } start || start > now),
        };
    }

    internal static async Task<IReadOnlyList<BookingWish>> WishesAsync(PetitionsDbContext db, Guid id, CancellationToken ct) => await (
        from wish in db.Set<AppointmentWish>().AsNoTracking()
        where wish.AppointmentId == id
        join slot in db.SessionSlots on wish.SlotId equals slot.Id into slots
        from known in slots.DefaultIfEmpty()
        orderby wish.Rank
        select new BookingWish(wish.Rank, wish.Day, wish.Half, wish.SlotId, known == null ? null : (DateTime?)known.StartsAt,
            db.ReceptionSessions.Where(session => session.Id == known!.SessionId).Select(session => db.Staff.Where(staff => staff.Id == session.LeaderId).Select(staff => staff.Name).FirstOrDefault()).FirstOrDefault()))
        .ToListAsync(ct);
}
