using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;
using Petitions.Services.Clocks;
using Petitions.Services.Offices;

namespace Petitions.Services.VideoVisits;

/// <summary>What an appointment by video brings with it, within the save of the appointment: the request with its limit, and its end.</summary>
public sealed class VideoBookings(PetitionsDbContext db, OfficeCatalog offices, ClockCatalog clocks, RoomKeeper rooms, VideoNotices notices, TimeProvider clock)
{
    /// <summary>By when a request is passed on to the office asked to hear (RV14-6).</summary>
    public const string ForwardRule = "VIDEO_FORWARD_2WD";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The office near home: that of the point where who asks will sit. The desk takes requests for its own points.</summary>
    /// <exception cref="RuleBrokenException">appointment.point</exception>
    public Guid ApplyAt(Guid? pointId, Actor actor)
    {
        var point = offices.ServicePoints.FirstOrDefault(each => each.Id == pointId && each.Enabled);
        Rule.Require(point is not null && (actor.Kind != ActorKind.Staff || actor.OfficesFor(Abilities.ManageAppointments).Contains(point.OfficeId)), "appointment.point");
        return point!.OfficeId;
    }

    /// <summary>The request of a new appointment; where another office is asked to hear, the limit to pass it on begins to run.</summary>
    public VideoRequested Ask(Appointment appointment, Guid hearingOfficeId)
    {
        var today = ChinaTime.DateOf(Now);
        var rule = appointment.OfficeId == hearingOfficeId ? null : clocks.Rule(ForwardRule, today);
        var due = rule is null ? null : clocks.DueOf(ForwardRule, today)?.Due;
        var (visit, fact) = VideoVisit.Request(new VideoRequest
        {
            AppointmentId = appointment.Id,
            JoiningOfficeId = appointment.OfficeId,
            JoiningPointId = appointment.ServicePointId!.Value,
            HearingOfficeId = hearingOfficeId,
            ForwardDueOn = due,
            WarnOn = rule is { WarnDays.Count: > 0 } ? due?.AddDays(-rule.WarnDays.Min()) : null,
            RuleVersion = rule?.Version,
        });
        db.VideoVisits.Add(visit);
        return fact;
    }

    /// <summary>Its appointment is called off: the rooms of both ends are free, and their people are told. A request nobody looked at is answered with it.</summary>
    public async Task<IReadOnlyList<Fact>> CallOffAsync(Appointment appointment, Actor actor, CancellationToken ct)
    {
        var visit = await LoadAsync(appointment, ct);
        if (visit.State == VideoState.Requested && actor.Kind == ActorKind.Staff)
        {
            return [visit.Refuse(null, Now)];
        }

        var settled = visit.State == VideoState.Fixed;
        visit.CallOff(Now);
        if (settled)
        {
            await rooms.LetGoAsync(visit, actor.StaffId ?? visit.HearingOfficerId!.Value, Now, ct);
            await notices.TellOfficersAsync(visit, VideoNotices.Off, ct);
        }

        return [];
    }

    /// <summary>What was proposed is answered: the end whose turn it is goes on from there.</summary>
    public async Task AnsweredAsync(Appointment appointment, CancellationToken ct)
    {
        await TellTurnAsync(await LoadAsync(appointment, ct), VideoNotices.Answered, ct);
    }

    /// <summary>Tomorrow it takes place: with what who asked is reminded. Where the agreed time is still not settled, the end whose turn it is is told.</summary>
    public async Task<string> RemindAsync(Appointment appointment, CancellationToken ct)
    {
        var visit = await LoadAsync(appointment, ct);
        if (visit.State == VideoState.Fixed)
        {
            return BookingNotices.VideoReminder;
        }

        await TellTurnAsync(visit, VideoNotices.Unsettled, ct);
        return BookingNotices.Reminder;
    }

    /// <summary>
    /// The day is over and nobody came: it ends as that with its appointment, and its rooms are free. Where the office never
    /// settled the agreed time, nobody was absent: the office called it off.
    /// </summary>
    public async Task<IReadOnlyList<Fact>> MissAsync(Appointment appointment, DateTime now, CancellationToken ct)
    {
        var visit = await LoadAsync(appointment, ct);
        if (visit.State != VideoState.Fixed)
        {
            visit.CallOff(now);
            return [appointment.EndWithSession(null, now)];
        }

        await rooms.LetGoAsync(visit, visit.HearingOfficerId!.Value, now, ct);
        return [appointment.Miss(now), visit.Miss(now)];
    }

    /// <summary>What who booked says to being recorded; empty where it was said before.</summary>
    public async Task<IReadOnlyList<Fact>> AnswerRecordingAsync(Appointment appointment, bool agrees, CancellationToken ct)
    {
        var visit = await LoadAsync(appointment, ct);
        Rule.Require(visit.State is not (VideoState.Refused or VideoState.CalledOff or VideoState.Held or VideoState.NoShow), "video.wrong-state");
        return visit.Recording.Answer(agrees, null, Now);
    }

    private Task TellTurnAsync(VideoVisit visit, string template, CancellationToken ct) => notices.TellRoleAsync(
        visit, visit.Turn == VideoEnd.Hearing ? visit.HearingOfficeId : visit.JoiningOfficeId, VideoNotices.Responsible, template, ChinaTime.DateOf(Now), ct);

    private Task<VideoVisit> LoadAsync(Appointment appointment, CancellationToken ct) =>
        db.VideoVisits.Include(each => each.Recording).Where(each => each.AppointmentId == appointment.Id).SingleOrNotFoundAsync(ct);
}
