using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;

namespace Petitions.Services.VideoVisits;

/// <summary>
/// Settles a reception by video (journey J11 step 2), by the office that hears: the time, a room at both ends or neither,
/// who sits at each, the connection with its helper and a telephone to fall back on. No room is taken twice, whoever else
/// books it at the same moment (<see cref="RoomQuarter"/>).
/// </summary>
public sealed class VideoFixService(PetitionsDbContext db, FactLog log, VideoAccess access, VideoTimes times, RoomKeeper rooms, VideoNotices notices, TimeProvider clock)
{
    /// <summary>Settled, or settled anew: the rooms kept before are free with the same save.</summary>
    /// <exception cref="RuleBrokenException">room.taken, room.not-video, video.other-end, and those of <see cref="VideoTimes"/> and <see cref="VideoVisit.Fix"/>.</exception>
    /// <exception cref="NotFoundException">Not to be known of, or a room of another office.</exception>
    public Task FixAsync(Guid id, FixVideo asked, Actor actor, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        var visit = await access.LoadAsync(id, actor, ct);
        VideoAccess.Require(VideoEnd.Hearing, visit, actor);
        var appointment = await access.AppointmentAsync(visit, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var (plan, place) = await times.ResolveAsync(visit, appointment, asked, ct);
        var settled = visit.Fix(plan, now);
        var confirmed = place is not null
            ? appointment.Confirm(place, now)
            : appointment.Confirm(new AgreedTime(plan.StartsAt, plan.EndsAt), plan.HearingOfficerId, plan.JoiningOfficerId, now);
        await KeepAsync(visit, place is null, actor.StaffId!.Value, now, ct);
        log.Record(actor, settled, confirmed);
        notices.TellBooker(appointment, settled.Step == VideoStep.Fixed ? VideoNotices.Settled : BookingNotices.Changed);
        await notices.TellOfficersAsync(visit, VideoNotices.Fixed, ct);
        await db.SaveChangesAsync(ct);
        return true;
    });

    /// <summary>A session keeps the room it is held in; the other rooms are kept for this one.</summary>
    private async Task KeepAsync(VideoVisit visit, bool both, Guid by, DateTime now, CancellationToken ct)
    {
        await rooms.LetGoAsync(visit, by, now, ct);
        await rooms.KeepAsync(visit, visit.JoiningOfficeId, visit.JoiningRoomId!.Value, by, now, ct);
        if (both)
        {
            await rooms.KeepAsync(visit, visit.HearingOfficeId, visit.HearingRoomId!.Value, by, now, ct);
        }
    }
}
