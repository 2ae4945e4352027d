using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Receptions;

namespace Petitions.Services.VideoVisits;

/// <summary>A reception by video ends with the visit in the hall near home, in the save that gives that one its outcome.</summary>
public sealed class VideoEndings(PetitionsDbContext db, FactLog log, TimeProvider clock) : IVideoEndings
{
    public async Task EndAsync(Reception visit, bool heard, Actor actor, CancellationToken ct)
    {
        var (reception, now) = (visit.Id, clock.GetUtcNow().UtcDateTime);
        var video = await db.VideoVisits.Include(each => each.Recording)
            .Where(each => db.Appointments.Any(a => a.Id == each.AppointmentId && a.ReceptionId == reception)).SingleOrDefaultAsync(ct);
        if (video is not null)
        {
            log.Record(actor, video.End(heard, now));
        }
    }
}
