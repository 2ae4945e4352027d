using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.Receptions;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.VideoVisits;

/// <summary>
/// The record of the conversation (接访笔录) for the end that hears (journey J11 step 5): written near home, read over there while
/// it is written and once it is signed, never changed from there. A visit that also concerns a matter behind the person's wall
/// is not there at all; one that concerns a protected matter is there for whoever hears it, and for nobody else of that office.
/// </summary>
public sealed class VideoTranscripts(PetitionsDbContext db, VideoAccess access, TranscriptQueries sheets, ReadLog reads)
{
    /// <summary>What the read log calls it.</summary>
    public const string Read = "Transcript";

    /// <summary>Whether there is a record this person may read.</summary>
    public Task<bool> AnyAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var visits = Readable(id, actor);
        return db.Transcripts.AsNoTracking().AnyAsync(t => visits.Any(visit => visit.Id == t.ReceptionId), ct);
    }

    /// <summary>The newest version, or a signed one; null while nobody has come or nothing is written. Each reading is logged with every matter of the visit (security.md B4).</summary>
    /// <param name="id">The reception by video.</param>
    /// <param name="number">A version; null for the newest.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="address">From where.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="NotFoundException">Not settled, or not for this person to read.</exception>
    public async Task<TranscriptSheet?> ReadAsync(Guid id, int? number, Actor actor, string? address, CancellationToken ct)
    {
        if (await access.Heard(actor).AnyAsync(video => video.AppointmentId == id && db.Appointments.Any(a => a.Id == id && a.ReceptionId == null), ct))
        {
            return null;
        }

        var visit = await Readable(id, actor).AsNoTracking().Include(each => each.Visitors).Include(each => each.Matters).AsSplitQuery().SingleOrNotFoundAsync(ct);
        var found = await db.Transcripts.AsNoTracking().Where(t => t.ReceptionId == visit.Id && (number == null || t.Number == number))
            .OrderByDescending(t => t.Number).FirstOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var sheet = (await sheets.SheetsAsync([found], [visit], visit.State == ReceptionState.Ended, ct))[0];
        foreach (var matter in visit.Matters)
        {
            await reads.RecordAsync(matter.PetitionId, actor, Read, null, ct, address);
        }

        return sheet;
    }

    private IQueryable<Reception> Readable(Guid id, Actor actor)
    {
        var (heard, staff) = (access.Heard(actor).Where(video => video.AppointmentId == id), actor.StaffId);
        var secret = db.Petitions.VisibleTo(Actor.System).Where(p => p.Confidentiality != "Normal");
        return db.Receptions.NotWalledFrom(db.Petitions.VisibleTo(Actor.System), actor)
            .Where(r => heard.Any(video => db.Appointments.Any(a => a.Id == video.AppointmentId && a.ReceptionId == r.Id)
                && (video.HearingOfficerId == staff || !r.Matters.Any(m => secret.Any(p => p.Id == m.PetitionId)))));
    }
}
