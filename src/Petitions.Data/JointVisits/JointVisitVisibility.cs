using Petitions.Data.Petitions;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Data.JointVisits;

/// <summary>
/// The one place that decides which joint visits a member of staff may know of: those of the offices where he calls them,
/// and those at which he sits; none with a matter behind his respondent wall (security.md B1, B2).
/// </summary>
public static class JointVisitVisibility
{
    /// <param name="visits">Joint visits.</param>
    /// <param name="petitions">All matters of the same context.</param>
    /// <param name="actor">Who asks.</param>
    public static IQueryable<JointVisit> VisibleTo(this IQueryable<JointVisit> visits, IQueryable<Petition> petitions, Actor actor)
    {
        if (actor.Kind == ActorKind.System)
        {
            return visits;
        }

        if (actor.Kind != ActorKind.Staff || actor.StaffId is not { } staff)
        {
            return visits.Where(visit => false);
        }

        var offices = actor.OfficesFor(Abilities.CallJointVisits);
        return visits.NotWalledFrom(petitions, actor).Where(visit => offices.Contains(visit.OfficeId) || visit.Seats.Any(seat => seat.StaffId == staff));
    }

    /// <summary>
    /// Leaves out joint visits that hear a matter behind the reader's respondent wall: also where one of their other matters
    /// is read, they are not told of. Only staff stand before a wall.
    /// </summary>
    public static IQueryable<JointVisit> NotWalledFrom(this IQueryable<JointVisit> visits, IQueryable<Petition> petitions, Actor actor)
    {
        if (actor.Kind != ActorKind.Staff)
        {
            return visits;
        }

        var open = petitions.NotWalledFrom(actor);
        return visits.Where(visit => !visit.Cases.Any(each => !open.Any(p => p.Id == each.PetitionId)));
    }
}
