using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Receptions;

/// <summary>
/// The one place that decides which visits a person may know of: those of the offices where he works at a desk, and none
/// that belongs to a matter behind his respondent wall. Who registers or hears a complaint on his own department keeps
/// the visit until it is over; who is himself complained of never sees it.
/// </summary>
public static class ReceptionVisibility
{
    private static readonly string[] DeskAbilities = [Abilities.ReceiveVisitors, Abilities.CallTickets, Abilities.CloseDaySheet];

    /// <param name="receptions">Visits.</param>
    /// <param name="petitions">All matters of the same context.</param>
    /// <param name="actor">Who asks.</param>
    public static IQueryable<Reception> VisibleTo(this IQueryable<Reception> receptions, IQueryable<Petition> petitions, Actor actor)
    {
        if (actor.Kind == ActorKind.System)
        {
            return receptions;
        }

        if (actor.Kind != ActorKind.Staff || actor.StaffId is not { } staff)
        {
            return receptions.Where(r => false);
        }

        var offices = actor.OfficesFor(DeskAbilities);
        var open = petitions.NotWalledFrom(actor);
        var notAgainstHim = petitions.NotWalledFrom(actor with { DepartmentLine = [] });
        return receptions.Where(r => offices.Contains(r.OfficeId)
            && (!r.Matters.Any(m => !open.Any(p => p.Id == m.PetitionId))
                || ((r.RegisteredBy == staff || r.ReceiverId == staff || r.SecondReceiverId == staff)
                    && !r.Matters.Any(m => !notAgainstHim.Any(p => p.Id == m.PetitionId)))));
    }

    /// <summary>
    /// Leaves out visits of a matter behind the wall. Statistics count under it, and a number opens its own rows under it:
    /// nobody learns from a count that somebody complained of him.
    /// </summary>
    public static IQueryable<Reception> NotWalledFrom(this IQueryable<Reception> receptions, IQueryable<Petition> petitions, Actor actor)
    {
        var open = petitions.NotWalledFrom(actor);
        return receptions.Where(r => !r.Matters.Any(m => !open.Any(p => p.Id == m.PetitionId)));
    }
}
