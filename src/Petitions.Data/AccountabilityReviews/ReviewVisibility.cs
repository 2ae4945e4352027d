using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Data.AccountabilityReviews;

/// <summary>The one place that decides which accountability reviews a person may know of, on top of the respondent wall.</summary>
public static class ReviewVisibility
{
    /// <summary>
    /// That there is one, the inspection officers of the office know, those of the office it was handed up to, and the leader who decides; never an officer to whom
    /// findings were put, never anybody who handles the matter now or first, and nobody behind its wall. The officer has a
    /// page of his own; until he is asked nothing goes from his lists, so that nothing tells him of a draft. Who reads what
    /// stands in it is said in <c>ReviewAccess.ReadBy</c>.
    /// </summary>
    /// <param name="reviews">Reviews.</param>
    /// <param name="petitions">All matters of the same context.</param>
    /// <param name="actor">Who asks.</param>
    public static IQueryable<AccountabilityReview> VisibleTo(this IQueryable<AccountabilityReview> reviews, IQueryable<Petition> petitions, Actor actor)
    {
        if (actor.Kind == ActorKind.System)
        {
            return reviews;
        }

        if (actor.Kind != ActorKind.Staff || actor.StaffId is null)
        {
            return reviews.Where(r => false);
        }

        var staff = actor.StaffId;
        var offices = actor.OfficesFor(Abilities.OpenAccountability, Abilities.InspectAccountability, Abilities.DecideLiability);
        var inspecting = actor.OfficesFor(Abilities.OpenAccountability, Abilities.InspectAccountability);
        var open = petitions.NotWalledFrom(actor);
        return reviews.Where(r => (offices.Contains(r.OfficeId) || inspecting.Contains(r.InvestigatingOfficeId))
            && !r.Officers.Any(o => o.StaffId == staff && o.AskedAt != null)
            && open.Any(p => p.Id == r.PetitionId
                && p.FirstHandlerId != staff
                && !p.Assignments.Any(a => a.StaffId == staff && a.To == null && a.Kind != AssignmentKind.LeaderInCharge)));
    }
}
