using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;

namespace Petitions.Services.VideoVisits;

/// <summary>
/// A request for a reception by video until it is settled (RV14-6): looked at the same day, passed on to the office asked
/// within two working days, or answered with the right office where it is not theirs (journey J11).
/// </summary>
public sealed class VideoRequestService(PetitionsDbContext db, FactLog log, VideoAccess access, VideoNotices notices, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>It is for the office asked.</summary>
    /// <exception cref="RuleBrokenException">video.wrong-state, video.other-end.</exception>
    public Task CheckAsync(Guid id, Actor actor, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        var visit = await access.LoadAsync(id, actor, ct);
        VideoAccess.Require(VideoEnd.Joining, visit, actor);
        log.Record(actor, visit.Check(Now));
        await db.SaveChangesAsync(ct);
        return true;
    });

    /// <summary>Passed on: the limit is met, or met late, unless a proposal met it before; the people of the other end are told.</summary>
    /// <exception cref="RuleBrokenException">video.wrong-state, video.other-end, video.one-house, video.note.</exception>
    public Task ForwardAsync(Guid id, string? note, Actor actor, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        var visit = await access.LoadAsync(id, actor, ct);
        VideoAccess.Require(VideoEnd.Joining, visit, actor);
        var (now, today) = (Now, ChinaTime.DateOf(Now));
        var met = visit.IsLimitMet;
        log.Record(actor, visit.Forward(note, today, now));
        if (!met && visit.ForwardDueOn is not null)
        {
            log.Record(Actor.System, new ClockMet(id, id, VideoBookings.ForwardRule, nameof(VideoRequestForwarded), today, visit.DaysLate!.Value) { RunsOn = FactSubject.Reception });
        }

        await notices.TellRoleAsync(visit, visit.HearingOfficeId, VideoNotices.Responsible, VideoNotices.Forwarded, today, ct);
        await db.SaveChangesAsync(ct);
        return true;
    });

    /// <summary>Not for the office asked: who asked reads why, and whose it is where that is known. The end that has it answers.</summary>
    /// <exception cref="RuleBrokenException">video.wrong-state, video.other-end, appointment.cancel-reason.</exception>
    public Task RefuseAsync(Guid id, string? reason, Guid? rightOfficeId, Actor actor, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        var visit = await access.LoadAsync(id, actor, ct);
        VideoAccess.Require(visit.Turn, visit, actor);
        var appointment = await access.AppointmentAsync(visit, ct);
        log.Record(actor, visit.Refuse(rightOfficeId, Now), appointment.CancelByOffice(reason, Now));
        notices.TellBooker(appointment, BookingNotices.Cancelled);
        await db.SaveChangesAsync(ct);
        return true;
    });
}
