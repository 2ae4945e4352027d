using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Appointments;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.Appointments;

/// <summary>One act on an appointment: it is loaded for who acts, decides, and is saved once with its facts and what is told. A lost race is run again.</summary>
public sealed class BookingActs(PetitionsDbContext db, FactLog log, BookingAccess access, BookingNotices notices)
{
    /// <summary>An act of the office.</summary>
    /// <exception cref="NotFoundException">Missing, of another office or behind the wall.</exception>
    public Task OfDeskAsync(Guid id, Actor actor, Func<Appointment, Task<BookingDone?>> act, CancellationToken ct) =>
        RunAsync(() => access.LoadAsync(id, actor, ct), actor, act, ct);

    /// <summary>An act of who holds the code.</summary>
    /// <exception cref="NotFoundException">When it is gone.</exception>
    public Task OfOwnerAsync(Guid id, Func<Appointment, Task<BookingDone?>> act, CancellationToken ct) =>
        RunAsync(() => access.LoadOwnAsync(id, ct), Actor.Citizen(), act, ct);

    private Task<bool> RunAsync(Func<Task<Appointment>> load, Actor actor, Func<Appointment, Task<BookingDone?>> act, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        var appointment = await load();
        if (await act(appointment) is not { } done)
        {
            return false;
        }

        log.Record(actor, done.Facts);
        if (done.Notice is { } notice)
        {
            notices.Tell(appointment, notice);
        }

        await db.SaveChangesAsync(ct);
        return true;
    });
}
