using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Appointments;

/// <summary>
/// The reminder of the day before and, when a day is over, the record of who did not come. Each appointment is a save of its
/// own; safe to run twice and on two nodes.
/// </summary>
public sealed class BookingDay(IServiceScopeFactory scopes)
{
    private const int Batch = 500;

    // Nobody is woken by a reminder.
    private const int FirstHour = 8;
    private const int LastHour = 20;

    /// <summary>Reminds of tomorrow's appointments, once each time that stands. Returns how many.</summary>
    public Task<int> RemindAsync(DateTime now, CancellationToken ct)
    {
        var tomorrow = ChinaTime.DateOf(now).AddDays(1);
        return ChinaTime.LocalOf(now).Hour is < FirstHour or >= LastHour
            ? Task.FromResult(0)
            : EachAsync(
                (db, found) => Held(db, found).Where(each => each.Day == tomorrow && (each.RemindedFor == null || each.RemindedFor != each.StartsAt)),
                async (appointment, scope) =>
                {
                    // Where the address of a meeting will stand is told, the address itself never.
                    var template = IsByVideo(appointment) ? await scope.GetRequiredService<VideoBookings>().RemindAsync(appointment, ct) : BookingNotices.Reminder;
                    scope.GetRequiredService<BookingNotices>().Tell(appointment, template);
                    appointment.Remind();
                    return [];
                }, ct);
    }

    /// <summary>
    /// Records who did not come on days that are over; it changes nothing for later bookings. Where the session itself was
    /// called off and no other time was found, nobody was absent: the office called the appointment off.
    /// </summary>
    public async Task<int> CloseAsync(DateTime now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var missed = await EachAsync(
            (db, found) => Held(db, found).Where(each => each.Day < today),
            async (appointment, scope) => IsByVideo(appointment) ? await scope.GetRequiredService<VideoBookings>().MissAsync(appointment, now, ct) : [appointment.Miss(now)], ct);
        var reasons = await ReasonsAsync(today, ct);
        return missed + await EachAsync(
            (_, found) => found.Where(each => each.State == AppointmentState.Confirmed && each.Day < today),
            async (appointment, scope) =>
            {
                var ended = appointment.EndWithSession(appointment.SessionId is { } session ? reasons.GetValueOrDefault(session) : null, now);
                IReadOnlyList<Fact> ends = IsByVideo(appointment) ? await scope.GetRequiredService<VideoBookings>().CallOffAsync(appointment, Actor.System, ct) : [];
                return [ended, .. ends];
            }, ct);
    }

    private static bool IsByVideo(Appointment appointment) => appointment.Form == AppointmentForm.Video;

    /// <summary>Why each session was moved or called off in which somebody is still booked on a day that is over.</summary>
    private async Task<Dictionary<Guid, string?>> ReasonsAsync(DateOnly today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        return await db.ReceptionSessions.AsNoTracking()
            .Where(session => db.Appointments.Any(each => each.SessionId == session.Id && each.State == AppointmentState.Confirmed && each.Day < today))
            .ToDictionaryAsync(session => session.Id, session => session.Reason, ct);
    }

    /// <summary>Confirmed ones whose session, where they have one, takes place.</summary>
    private static IQueryable<Appointment> Held(PetitionsDbContext db, IQueryable<Appointment> found) => found.Where(each => each.State == AppointmentState.Confirmed
        && (each.SessionId == null || db.ReceptionSessions.Any(session => session.Id == each.SessionId && (session.State == SessionState.Published || session.State == SessionState.Held))));

    private async Task<int> EachAsync(Func<PetitionsDbContext, IQueryable<Appointment>, IQueryable<Appointment>> which,
        Func<Appointment, IServiceProvider, Task<IReadOnlyList<Fact>>> act, CancellationToken ct)
    {
        var done = 0;
        foreach (var id in await IdsAsync(which, ct))
        {
            ct.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
            if (await which(db, db.Appointments.Include(a => a.Persons).Where(a => a.Id == id)).SingleOrDefaultAsync(ct) is not { } appointment)
            {
                continue;
            }

            scope.ServiceProvider.GetRequiredService<FactLog>().Record(Actor.System, await act(appointment, scope.ServiceProvider));
            try
            {
                await db.SaveChangesAsync(ct);
                done++;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Changed meanwhile: the next turn looks again.
            }
        }

        return done;
    }

    private async Task<IReadOnlyList<Guid>> IdsAsync(Func<PetitionsDbContext, IQueryable<Appointment>, IQueryable<Appointment>> which, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        return await which(db, db.Appointments.AsNoTracking()).OrderBy(a => a.StartsAt).ThenBy(a => a.Id).Select(a => a.Id).Take(Batch).ToListAsync(ct);
    }
}
