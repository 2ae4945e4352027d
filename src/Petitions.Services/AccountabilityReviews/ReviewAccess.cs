using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.AccountabilityReviews;
using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Services.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Loads a review for a verb: within what the person may know of, and with the ability in its office.</summary>
public sealed class ReviewAccess(PetitionsDbContext db, ReferenceCatalog reference, OfficeCatalog offices, TimeProvider clock)
{
    /// <summary>
    /// The reviews a person may know of; list, page and verb ask the same. A review of the leader himself, or of a
    /// matter that complains of him, is the next higher leader's to decide: to him it is shown although it is another office's.
    /// </summary>
    public IQueryable<AccountabilityReview> For(Actor actor)
    {
        var own = db.AccountabilityReviews.VisibleTo(db.Petitions.VisibleTo(Actor.System), actor);
        if (Below(actor).Count == 0)
        {
            return own;
        }

        var up = HandedUp(actor);
        return db.AccountabilityReviews.Where(r => own.Any(known => known.Id == r.Id) || up.Any(known => known.Id == r.Id));
    }

    /// <summary>Opened reviews whose case the person may look into: those he investigates, and those he decides (domain.md 3.4).</summary>
    public IQueryable<AccountabilityReview> OpenTo(Actor actor)
    {
        var staff = actor.StaffId;
        var deciding = actor.OfficesFor(Abilities.DecideLiability);
        var up = HandedUp(actor);
        return For(actor).AsNoTracking()
            .Where(r => r.State != ReviewState.Proposed && r.State != ReviewState.Refused
                && (r.Members.Any(m => m.StaffId == staff) || deciding.Contains(r.OfficeId) || up.Any(known => known.Id == r.Id)));
    }

    /// <exception cref="NotFoundException">Missing, not in reach, walled, or the ability does not reach that office.</exception>
    public async Task<AccountabilityReview> LoadAsync(Guid id, Actor actor, CancellationToken ct, params IReadOnlyList<string> abilities)
    {
        var within = actor.OfficesFor(abilities);
        var decides = abilities.Contains(Abilities.DecideLiability);
        var up = HandedUp(actor);
        return await Whole(For(actor)).Where(r => r.Id == id && (within.Contains(r.OfficeId) || (decides && up.Any(known => known.Id == r.Id)))).SingleOrNotFoundAsync(ct);
    }

    /// <summary>Whether the person decides on the officers of this review.</summary>
    public async Task<bool> DecidesAsync(AccountabilityReview review, Actor actor, CancellationToken ct) =>
        actor.OfficesFor(Abilities.DecideLiability).Contains(review.OfficeId) || (Below(actor).Count > 0 && await HandedUp(actor).AnyAsync(r => r.Id == review.Id, ct));

    /// <summary>The review in which something was put to this officer: he acts for himself alone.</summary>
    /// <exception cref="NotFoundException">When nothing was put to him under this id.</exception>
    public async Task<(AccountabilityReview Review, ReviewedOfficer Officer)> LoadOwnAsync(Guid officerId, Actor actor, CancellationToken ct)
    {
        var staff = actor.StaffId;
        var review = await Whole(db.AccountabilityReviews).Where(r => r.Officers.Any(o => o.Id == officerId && o.StaffId == staff && o.AskedAt != null)).SingleOrNotFoundAsync(ct);
        return (review, review.Officers.Single(o => o.Id == officerId));
    }

    public static IQueryable<AccountabilityReview> Whole(IQueryable<AccountabilityReview> reviews) => reviews.AsSplitQuery()
        .Include(r => r.Triggers).Include(r => r.Members).Include(r => r.Officers).Include(r => r.Findings).ThenInclude(f => f.Citations).Include(r => r.Lessons);

    /// <summary>Offices below those in which the person decides.</summary>
    private List<Guid> Below(Actor actor) => [.. offices.ReachOf(actor, Abilities.DecideLiability).Except(actor.OfficesFor(Abilities.DecideLiability))];

    /// <summary>Reviews of offices below in which somebody who would decide there is under review himself, or complained of in the matter.</summary>
    private IQueryable<AccountabilityReview> HandedUp(Actor actor)
    {
        var below = Below(actor);
        if (below.Count == 0)
        {
            return db.AccountabilityReviews.Where(r => false);
        }

        var (staff, today) = (actor.StaffId, ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime));
        var roles = reference.Items("RoleAbility").Where(row => row.Code == Abilities.DecideLiability).Select(row => row.Parent).ToList();
        var leading = db.RoleGrants.Where(g => roles.Contains(g.Role) && g.From <= today && (g.To == null || g.To >= today));
        var complained = db.Respondents.Where(c => c.Status != RespondentStatus.Cleared);
        var open = db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor);
        return db.AccountabilityReviews.Where(r => below.Contains(r.OfficeId)
            && leading.Any(g => g.OfficeId == r.OfficeId && (r.Officers.Any(o => o.StaffId == g.StaffId)
                || complained.Any(c => c.PetitionId == r.PetitionId && (c.StaffId == g.StaffId
                    || db.Staff.Any(s => s.Id == g.StaffId && (c.DepartmentId == s.DepartmentId || (c.Kind == RespondentKind.Person && c.StaffId == null && c.NameKey == s.NameKey)))))))
            && !r.Officers.Any(o => o.StaffId == staff)
            && open.Any(p => p.Id == r.PetitionId));
    }
}
