using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Domain.Appointments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>One form makes one appointment, however often it is sent: finds what it made before, begins what it makes, and saves it with its facts and notice.</summary>
public sealed class BookingForms(PetitionsDbContext db, FactLog log, BookingNotices notices, KeyRing keys)
{
    public Task<Appointment?> FindAsync(Guid submissionKey, CancellationToken ct) =>
        db.Appointments.Include(a => a.Persons).SingleOrDefaultAsync(a => a.SubmissionKey == submissionKey, ct);

    /// <summary>What the same form made before; null when it was not sent yet.</summary>
    public Booked? Sent(Appointment? appointment) => appointment is { RequestedAt: not null } ? Of(appointment, again: true) : null;

    public NewAppointment New(BookingWanted wanted, Guid? bookedBy) => new()
    {
        SubmissionKey = wanted.SubmissionKey,
        CodeHash = AppointmentCode.Hash(AppointmentCode.Derive(keys.CodeKey, wanted.SubmissionKey), keys.CodeKey),
        OfficeId = wanted.OfficeId,
        Form = wanted.Form,
        Language = wanted.Language,
        BookedBy = bookedBy,
    };

    public async Task<Booked> SaveAsync(Appointment appointment, string notice, Actor actor, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        log.Record(actor, facts);
        notices.Tell(appointment, notice);
        await db.SaveChangesAsync(ct);
        return Of(appointment, again: false);
    }

    private Booked Of(Appointment appointment, bool again) =>
        new(appointment.Id, AppointmentCode.Derive(keys.CodeKey, appointment.SubmissionKey).ToString(), appointment.State, again);
}
