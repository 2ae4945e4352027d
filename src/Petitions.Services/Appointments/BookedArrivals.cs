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
public sealed class BookedArrivals(PetitionsDbContext db, FactLog log, ColumnProtector protector, KeyRing keys, TimeProvider clock) : IBookedArrivals
{
    // Nobody comes to the hall for a home visit or a call.
    private static readonly AppointmentForm[] InTheHall = [AppointmentForm.Hall, AppointmentForm.Leader, AppointmentForm.NamedOfficer, AppointmentForm.Video];

    public async Task<BookedArrival?> FindAsync(string code, Guid servicePointId, DateOnly day, CancellationToken ct)
    {
        if (QueryCode.TryParse(code) is not { } given)
        {
            return null;
        }

        var hash = AppointmentCode.Hash(given, keys.CodeKey);
        var booking = await db.Appointments.AsNoTracking().Include(a => a.Persons)
            .Where(a => a.CodeHash == hash && a.ServicePointId == servicePointId && a.Day == day && a.State == AppointmentState.Confirmed && InTheHall.Contains(a.Form))
            .SingleOrDefaultAsync(ct);
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
            Visitor = new FiledPerson { Name = first?.Name, IdKind = known?.IdKind, IdNumber = known?.IdNumber, Phone = known?.Phone, BirthYear = first?.BirthYear },
            People = Math.Max(1, booking.Coming),
            Topic = booking.Topic,
            Needs = CsvTable.Codes(booking.Needs).ToList(),
        };
    }

    public async Task ComeAsync(Guid bookingId, Reception visit, Actor actor, CancellationToken ct)
    {
        var booking = await db.Appointments.Include(a => a.Persons).SingleAsync(a => a.Id == bookingId, ct);
        log.Record(actor, booking.Attend(visit.Id, clock.GetUtcNow().UtcDateTime));
    }
}
