using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;

namespace Petitions.Services.VideoVisits;

/// <summary>The supervisor's side: requests by video that wait to be passed on and whose limit nothing has met, the limit that is nearest or longest past first (VIDEO_FORWARD_2WD). Under the wall.</summary>
public sealed class VideoBoardQueries(PetitionsDbContext db, VideoAccess access, TimeProvider clock)
{
    public const int PageSize = 20;

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>Those past their limit; the figure of the board.</summary>
    public IQueryable<VideoVisit> Late(Actor actor)
    {
        var today = Today;
        return Waiting(actor).Where(visit => visit.ForwardDueOn < today);
    }

    /// <exception cref="NotFoundException">When the line to go on from no longer waits.</exception>
    public async Task<VideoList> ListAsync(Guid? after, Actor actor, CancellationToken ct)
    {
        var waiting = Waiting(actor).AsNoTracking();
        var rest = waiting;
        if (after is { } last)
        {
            var from = await waiting.Where(visit => visit.AppointmentId == last).Select(visit => new { visit.ForwardDueOn }).SingleOrNotFoundAsync(ct);
            rest = rest.Where(visit => visit.ForwardDueOn > from.ForwardDueOn || (visit.ForwardDueOn == from.ForwardDueOn && visit.AppointmentId.CompareTo(last) > 0));
        }

        var rows = await rest.OrderBy(visit => visit.ForwardDueOn).ThenBy(visit => visit.AppointmentId).Take(PageSize + 1).Select(visit => new
        {
            Visit = visit,
            RequestedAt = db.Appointments.Where(a => a.Id == visit.AppointmentId).Select(a => a.RequestedAt).FirstOrDefault(),
            Booker = db.AppointmentPersons.Where(person => person.AppointmentId == visit.AppointmentId && person.Ordinal == 1).Select(person => person.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        var today = Today;
        List<VideoLine> lines = [.. rows.Take(PageSize).Select(row => VideoQueries.Line(row.Visit, row.Booker, row.RequestedAt, today))];
        return new VideoList(lines, rows.Count > PageSize ? lines[^1].Id : null);
    }

    private IQueryable<VideoVisit> Waiting(Actor actor) =>
        access.Watched(actor).Where(visit => (visit.State == VideoState.Requested || visit.State == VideoState.Checked) && visit.ForwardDueOn != null && visit.DaysLate == null);
}
