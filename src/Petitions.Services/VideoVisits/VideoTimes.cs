using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;

namespace Petitions.Services.VideoVisits;

/// <summary>Puts together what is asked for into a plan that holds: an open hour at the point near home, people who may sit, rooms named at both ends.</summary>
public sealed class VideoTimes(PetitionsDbContext db, BookingPlaces places, BookingWall wall, OpeningReader openings)
{
    /// <returns>The plan, and the place in the session where a slot was named.</returns>
    /// <exception cref="RuleBrokenException">appointment.full, appointment.time, appointment.officer, video.room, video.officer, session.holiday, session.closed, session.outside-hours.</exception>
    public async Task<(VideoPlan Plan, SlotPlace? Place)> ResolveAsync(VideoVisit visit, Appointment appointment, FixVideo asked, CancellationToken ct)
    {
        var (place, sessionRoom) = await PlaceAsync(visit, appointment, asked.SlotId, PlaceFor.Desk, ct);
        var time = TimeOf(place, asked.Time);
        var hearingRoom = place is null ? asked.HearingRoomId : sessionRoom;
        Rule.Require(asked.JoiningRoomId is not null && hearingRoom is not null, "video.room");
        var hearing = place?.OfficerId ?? asked.HearingOfficerId;
        Rule.Require(hearing is not null && asked.JoiningOfficerId is not null, "video.officer");
        await wall.RequireOpenAsync(hearing!.Value, visit.HearingOfficeId, appointment.PetitionId, ct);
        await wall.RequireOpenAsync(asked.JoiningOfficerId!.Value, visit.JoiningOfficeId, appointment.PetitionId, ct);
        await RequireOpenHourAsync(visit, time, ct);
        return (new VideoPlan
        {
            StartsAt = time.StartsAt,
            EndsAt = time.EndsAt,
            JoiningRoomId = asked.JoiningRoomId!.Value,
            HearingRoomId = hearingRoom!.Value,
            JoiningOfficerId = asked.JoiningOfficerId.Value,
            HearingOfficerId = hearing.Value,
            Link = asked.Link,
            Technician = asked.Technician,
            BackupPhone = asked.BackupPhone,
        }, place);
    }

    /// <summary>A time that may be proposed before rooms and people are named.</summary>
    /// <returns>The time, and the place in the session where a slot was named.</returns>
    /// <exception cref="RuleBrokenException">appointment.full, appointment.time, appointment.officer, session.holiday, session.closed, session.outside-hours.</exception>
    public async Task<(AgreedTime Time, SlotPlace? Place)> ProposableAsync(VideoVisit visit, Appointment appointment, ProposeVideo asked, PlaceFor who, CancellationToken ct)
    {
        var (place, _) = await PlaceAsync(visit, appointment, asked.SlotId, who, ct);
        var time = TimeOf(place, asked.Time);
        if (place?.OfficerId is { } officer)
        {
            await wall.RequireOpenAsync(officer, visit.HearingOfficeId, appointment.PetitionId, ct);
        }

        await RequireOpenHourAsync(visit, time, ct);
        return (time, place);
    }

    private static AgreedTime TimeOf(SlotPlace? place, AgreedTime? typed)
    {
        Rule.Require(place is not null || typed is not null, "appointment.time");
        return place is null ? typed! : new AgreedTime(place.StartsAt, place.EndsAt);
    }

    /// <summary>Who asked sits at the point near home: it must be open then.</summary>
    private async Task RequireOpenHourAsync(VideoVisit visit, AgreedTime time, CancellationToken ct)
    {
        var (day, first, last) = (ChinaTime.DateOf(time.StartsAt), TimeOnly.FromDateTime(ChinaTime.LocalOf(time.StartsAt)), TimeOnly.FromDateTime(ChinaTime.LocalOf(time.EndsAt)));
        (await openings.ReadAsync([visit.JoiningOfficeId], day, ct)).Of(visit.JoiningPointId).RequireFit(day, first, last);
    }

    private async Task<(SlotPlace? Place, Guid? Room)> PlaceAsync(VideoVisit visit, Appointment appointment, Guid? slotId, PlaceFor who, CancellationToken ct)
    {
        if (slotId is not { } slot)
        {
            return (null, null);
        }

        var place = await places.FindAsync(slot, AppointmentForm.Video, who, appointment, ct);
        Rule.Require(place is not null, "appointment.full");
        var session = await db.ReceptionSessions.AsNoTracking().Where(each => each.Id == place!.SessionId && each.OfficeId == visit.HearingOfficeId)
            .Select(each => new { each.RoomId }).SingleOrDefaultAsync(ct);
        Rule.Require(session is not null, "appointment.full");
        return (place, session!.RoomId);
    }
}
