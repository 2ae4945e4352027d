using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.VideoVisits;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;

namespace Petitions.Services.VideoVisits;

/// <summary>The receptions by video a person may know of; every query of staff on them starts here.</summary>
public sealed class VideoAccess(PetitionsDbContext db)
{
    /// <summary>Those at whose ends he runs them (RunVideoReceptions).</summary>
    public IQueryable<VideoVisit> Visible(Actor actor) => Visible(Abilities.RunVideoReceptions, actor);

    /// <summary>Those at whose ends he watches (ViewBoard).</summary>
    public IQueryable<VideoVisit> Watched(Actor actor) => Visible(Abilities.ViewBoard, actor);

    /// <summary>Those at whose hearing end he runs them, once they are settled.</summary>
    public IQueryable<VideoVisit> Heard(Actor actor)
    {
        var offices = actor.OfficesFor(Abilities.RunVideoReceptions);
        return Visible(actor).Where(visit => offices.Contains(visit.HearingOfficeId) && visit.FixedAt != null);
    }

    /// <exception cref="NotFoundException">Missing, of another office, not passed on yet or behind the wall.</exception>
    public Task<VideoVisit> LoadAsync(Guid id, Actor actor, CancellationToken ct) =>
        Visible(actor).Include(visit => visit.Recording).Where(visit => visit.AppointmentId == id).SingleOrNotFoundAsync(ct);

    /// <summary>The appointment of one that was loaded.</summary>
    public Task<Appointment> AppointmentAsync(VideoVisit visit, CancellationToken ct) =>
        db.Appointments.Include(a => a.Persons).Include(a => a.Wishes).AsSplitQuery().Where(a => a.Id == visit.AppointmentId).SingleOrNotFoundAsync(ct);

    public static bool IsAt(VideoEnd end, VideoVisit visit, Actor actor) =>
        actor.OfficesFor(Abilities.RunVideoReceptions).Contains(end == VideoEnd.Joining ? visit.JoiningOfficeId : visit.HearingOfficeId);

    /// <exception cref="RuleBrokenException">video.other-end</exception>
    public static void Require(VideoEnd end, VideoVisit visit, Actor actor) => Rule.Require(IsAt(end, visit, actor), "video.other-end");

    private IQueryable<VideoVisit> Visible(string ability, Actor actor) =>
        db.VideoVisits.VisibleTo(db.Appointments, db.Petitions.VisibleTo(Actor.System), ability, actor);
}
