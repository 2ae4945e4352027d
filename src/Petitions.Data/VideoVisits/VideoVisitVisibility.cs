using Petitions.Data.Petitions;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.VideoVisits;

namespace Petitions.Data.VideoVisits;

/// <summary>
/// The one place that decides which receptions by video a person may know of: at the end near home those of his office, at
/// the end that hears only what was passed on to it, and none that belongs to a matter behind his respondent wall.
/// </summary>
public static class VideoVisitVisibility
{
    /// <param name="visits">Receptions by video.</param>
    /// <param name="appointments">All appointments of the same context.</param>
    /// <param name="petitions">All matters of the same context.</param>
    /// <param name="ability">What the person must be able to do in the office of an end: run them, or supervise.</param>
    /// <param name="actor">Who asks.</param>
    public static IQueryable<VideoVisit> VisibleTo(this IQueryable<VideoVisit> visits, IQueryable<Appointment> appointments, IQueryable<Petition> petitions, string ability, Actor actor)
    {
        if (actor.Kind == ActorKind.System)
        {
            return visits;
        }

        if (actor.Kind != ActorKind.Staff || actor.StaffId is null)
        {
            return visits.Where(visit => false);
        }

        var offices = actor.OfficesFor(ability);
        var open = petitions.NotWalledFrom(actor);
        return visits.Where(visit => (offices.Contains(visit.JoiningOfficeId) || (offices.Contains(visit.HearingOfficeId) && visit.ForwardedAt != null))
            && appointments.Any(a => a.Id == visit.AppointmentId && (a.PetitionId == null || open.Any(p => p.Id == a.PetitionId))));
    }
}
