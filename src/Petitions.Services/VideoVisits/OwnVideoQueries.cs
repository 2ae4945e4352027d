using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.VideoVisits;

namespace Petitions.Services.VideoVisits;

/// <summary>Reads a reception by video for the holder of its appointment's code. The address of the meeting is there only while it is shown (<see cref="VideoVisit.ShowsLink"/>).</summary>
public sealed class OwnVideoQueries(PetitionsDbContext db, TimeProvider clock)
{
    /// <summary>Null where nothing is by video.</summary>
    public async Task<OwnVideo?> OfAsync(Appointment appointment, CancellationToken ct)
    {
        if (appointment.Form != AppointmentForm.Video)
        {
            return null;
        }

        var id = appointment.Id;
        var row = await db.VideoVisits.AsNoTracking().Where(each => each.AppointmentId == id).Select(each => new
        {
            Visit = each,
            each.Recording.Consent,
            RoomZh = db.Rooms.Where(room => room.Id == each.JoiningRoomId).Select(room => room.NameZh).FirstOrDefault(),
            RoomEn = db.Rooms.Where(room => room.Id == each.JoiningRoomId).Select(room => room.NameEn).FirstOrDefault(),
        }).SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        var (visit, now) = (row.Visit, clock.GetUtcNow().UtcDateTime);
        var stands = appointment.State is AppointmentState.Requested or AppointmentState.Offered or AppointmentState.Confirmed or AppointmentState.Attended;
        return new OwnVideo
        {
            State = visit.State,
            HearingOfficeId = visit.HearingOfficeId,
            ForwardDueOn = visit.Waits ? visit.ForwardDueOn : null,
            ForwardedAt = visit.ForwardedAt,
            RightOfficeId = visit.RightOfficeId,
            RoomZh = row.RoomZh,
            RoomEn = row.RoomEn,
            RoomFollows = visit.FixedAt is null && appointment.State == AppointmentState.Confirmed,
            Link = stands && visit.ShowsLink(now) ? visit.Link : null,
            LinkFrom = stands && visit.State == VideoState.Fixed && now < visit.LinkFrom ? visit.LinkFrom : null,
            Consent = row.Consent,
            AsksConsent = stands && visit.State is not (VideoState.Refused or VideoState.CalledOff or VideoState.Held or VideoState.NoShow),
        };
    }
}
