using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Appointments;

/// <summary>The bookings as the hall asks for them: who has come is marked in the save that gives the ticket.</summary>
public sealed class BookedArrivals(PetitionsDbContext db, FactLog log, BookingAccess access, ColumnProtector protector, KeyRing keys, TimeProvider clock) : IBookedArrivals
{
    public async Task<BookedArrival?> FindAsync(string code, Guid servicePointId, DateOnly day, CancellationToken ct)
    {
        if (QueryCode.TryParse(code) is not { } given)
        {
            return null;
        }

        var hash = AppointmentCode.Hash(given, keys.CodeKey);
        return Arrival(await Expected(db.Appointments.Where(a => a.CodeHash == hash), servicePointId, day).SingleOrDefaultAsync(ct));
    }

    public async Task<BookedArrival?> FindAsync(Guid bookingId, Guid servicePointId, DateOnly day, Actor actor, CancellationToken ct) =>
        Arrival(await Expected(access.Visible(actor).Where(a => a.Id == bookingId), servicePointId, day).SingleOrDefaultAsync(ct));

    public async Task ComeAsync(Guid bookingId, Reception visit, Actor actor, CancellationToken ct)
    {
        var booking = await db.Appointments.Include(a => a.Persons).SingleAsync(a => a.Id == bookingId, ct);
        log.Record(actor, booking.Attend(visit.Id, clock.GetUtcNow().UtcDateTime));
    }

    private static IQueryable<Appointment> Expected(IQueryable<Appointment> bookings, Guid servicePointId, DateOnly day)
    {
        var inTheHall = AppointmentForms.InTheHall;
        return bookings.AsNoTracking().Include(a => a.Persons)
            .Where(a => a.ServicePointId == servicePointId && a.Day == day && a.State == AppointmentState.Confirmed && inTheHall.Contains(a.Form));
    }

    private BookedArrival? Arrival(Appointment? booking)
    {
        if (booking is not { StartsAt: { } startsAt })
        {
            return null;
        }

        var first = booking.Persons.OrderBy(person => person.Ordinal).FirstOrDefault(person => person.Admission == PersonAdmission.Accepted);
        var known = first?.Identity is null ? null : protector.UnprotectBlock(first.Identity);
        return new BookedArrival
        {
            BookingId = booking.Id,
            StartsAt = startsAt,
            Form = booking.Form == AppointmentForm.Video ? DeskRules.VideoForm : "Appointment",
            Visitor = new FiledPerson { Name = first?.Name, IdKind = known?.IdKind, IdNumber = known?.IdNumber, Phone = known?.Phone, BirthYear = first?.BirthYear },
            People = Math.Max(1, booking.Coming),
            Topic = booking.Topic,
            Needs = CsvTable.Codes(booking.Needs).ToList(),
        };
    }
}
