using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Appointments;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;

namespace Petitions.Services.Appointments;

/// <summary>
/// Opens an appointment to whoever holds its code, and to the staff who may know of it. A right code is never refused;
/// wrong ones, unknown ones and nonsense get one answer and make the next slower (security.md B6).
/// </summary>
public sealed class BookingAccess(PetitionsDbContext db, ColumnProtector protector, KeyRing keys, PetitionAccess attempts)
{
    /// <summary>The appointment, or null.</summary>
    public async Task<OpenedBooking?> OpenAsync(string? code, string? address, CancellationToken ct)
    {
        var given = QueryCode.TryParse(code);
        var target = protector.BlindIndex("access", "booking|" + (given?.Plain ?? ""));
        var from = address is null ? null : protector.BlindIndex("address", address);
        await attempts.WaitAsync(target, from, ct);
        var hash = given is null ? new byte[32] : AppointmentCode.Hash(given, keys.CodeKey);
        var found = await db.Appointments.AsNoTracking().Where(a => a.CodeHash == hash && a.RequestedAt != null).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);
        if (found is { } id && given is not null)
        {
            return new OpenedBooking(id, given.ToString());
        }

        await attempts.RememberAsync(target, from, ct);
        return null;
    }

    /// <summary>Every query of staff on appointments starts here.</summary>
    public IQueryable<Appointment> Visible(Actor actor) => db.Appointments.VisibleTo(db.Petitions.VisibleTo(Actor.System), actor).Where(a => a.RequestedAt != null);

    /// <exception cref="NotFoundException">Missing, of another office or behind the wall.</exception>
    public Task<Appointment> LoadAsync(Guid id, Actor actor, CancellationToken ct) =>
        Visible(actor).Include(a => a.Persons).Include(a => a.Wishes).AsSplitQuery().Where(a => a.Id == id).SingleOrNotFoundAsync(ct);

    /// <summary>The appointment a browser opened with its code.</summary>
    /// <exception cref="NotFoundException">When it is gone.</exception>
    public Task<Appointment> LoadOwnAsync(Guid id, CancellationToken ct) =>
        db.Appointments.Include(a => a.Persons).Include(a => a.Wishes).AsSplitQuery().Where(a => a.Id == id && a.RequestedAt != null).SingleOrNotFoundAsync(ct);
}
