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
        var (place, hearingRoom) = await PlaceAsync(visit, appointment, asked, ct);
        Rule.Require(place is not null || asked.Time is not null, "appointment.time");
        var (from, to) = place is null ? (asked.Time!.StartsAt, asked.Time.EndsAt) : (place.StartsAt, place.EndsAt);
        Rule.Require(asked.JoiningRoomId is not null && hearingRoom is not null, "video.room");
        var hearing = place?.OfficerId ?? asked.HearingOfficerId;
        Rule.Require(hearing is not null && asked.JoiningOfficerId is not null, "video.officer");
        await wall.RequireOpenAsync(hearing!.Value, visit.HearingOfficeId, appointment.PetitionId, ct);
        await wall.RequireOpenAsync(asked.JoiningOfficerId!.Value, visit.JoiningOfficeId, appointment.PetitionId, ct);
        var (day, first, last) = (ChinaTime.DateOf(from), TimeOnly.FromDateTime(ChinaTime.LocalOf(from)), TimeOnly.FromDateTime(ChinaTime.LocalOf(to)));
        (await openings.ReadAsync([visit.JoiningOfficeId], day, ct)).Of(visit.JoiningPointId).RequireFit(day, first, last);
        return (new VideoPlan
        {
            StartsAt = from,
            EndsAt = to,
            JoiningRoomId = asked.JoiningRoomId!.Value,
            HearingRoomId = hearingRoom!.Value,
            JoiningOfficerId = asked.JoiningOfficerId.Value,
            HearingOfficerId = hearing.Value,
            Link = asked.Link,
            Technician = asked.Technician,
            BackupPhone = asked.BackupPhone,
        }, place);
    }

    private async Task<(SlotPlace? Place, Guid? Room)> PlaceAsync(VideoVisit visit, Appointment appointment, FixVideo asked, CancellationToken ct)
    {
        if (asked.SlotId is not { } slot)
        {
            return (null, asked.HearingRoomId);
        }

        var place = await places.FindAsync(slot, AppointmentForm.Video, PlaceFor.Desk, appointment, ct);
        Rule.Require(place is not null, "appointment.full");
        var session = await db.ReceptionSessions.AsNoTracking().Where(each => each.Id == place!.SessionId && each.OfficeId == visit.HearingOfficeId)
            .Select(each => new { each.RoomId }).SingleOrDefaultAsync(ct);
        Rule.Require(session is not null, "appointment.full");
        return (place, session!.RoomId);
    }
}
