using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;

namespace Petitions.Services.VideoVisits;

/// <summary>
/// Proposes another time where no wished one can be given, by the end whose turn it is. It is kept until who asked answers on
/// the page of the code: taken, it is the time of the appointment and the ends are settled for it; not taken, the request
/// stands again with its wishes. The proposal meets the limit to pass the request on (VIDEO_FORWARD_2WD): it is the answer.
/// </summary>
public sealed class VideoProposalService(
    PetitionsDbContext db, FactLog log, VideoAccess access, VideoTimes times, VideoNotices notices, IOptions<BookingOptions> options, TimeProvider clock)
{
    /// <summary>Proposed, or another time instead of the one proposed before.</summary>
    /// <exception cref="RuleBrokenException">video.other-end, video.wrong-state, appointment.wrong-state once a time is agreed, and those of <see cref="VideoTimes.ProposableAsync"/>.</exception>
    /// <exception cref="NotFoundException">Missing, of another office, not passed on yet or behind the wall.</exception>
    public Task ProposeAsync(Guid id, ProposeVideo asked, Actor actor, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        var visit = await access.LoadAsync(id, actor, ct);
        VideoAccess.Require(visit.Turn, visit, actor);
        var appointment = await access.AppointmentAsync(visit, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var (today, met) = (ChinaTime.DateOf(now), visit.IsLimitMet);
        // The places a session keeps for its desk are those of the office that hears.
        var who = VideoAccess.IsAt(VideoEnd.Hearing, visit, actor) ? PlaceFor.Desk : PlaceFor.Public;
        var (time, place) = await times.ProposableAsync(visit, appointment, asked, who, ct);
        var until = now + options.Value.Proposal is var late && late < time.StartsAt ? late : time.StartsAt;
        log.Record(actor, visit.Propose(today, now));
        log.Record(actor, place is not null ? appointment.Offer(place, until) : appointment.Offer(time, null, until, now));
        if (!met && visit.ForwardDueOn is not null)
        {
            log.Record(Actor.System, new ClockMet(id, id, VideoBookings.ForwardRule, nameof(AppointmentRequested), today, visit.DaysLate!.Value) { RunsOn = FactSubject.Reception });
        }

        notices.TellBooker(appointment, BookingNotices.Proposed);
        await db.SaveChangesAsync(ct);
        return true;
    });
}
