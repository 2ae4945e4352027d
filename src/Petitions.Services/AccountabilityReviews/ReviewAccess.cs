using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.AccountabilityReviews;
using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Loads a review for a verb: within what the person may know of, and with the ability in its office.</summary>
public sealed class ReviewAccess(PetitionsDbContext db)
{
    /// <summary>The reviews a person may know of; list, page and verb ask the same.</summary>
    public IQueryable<AccountabilityReview> For(Actor actor) => db.AccountabilityReviews.VisibleTo(db.Petitions.VisibleTo(Actor.System), actor);

    /// <summary>Opened reviews whose case the person may look into: those he investigates, and those of the office where he decides (domain.md 3.4).</summary>
    public IQueryable<AccountabilityReview> OpenTo(Actor actor)
    {
        var staff = actor.StaffId;
        var deciding = actor.OfficesFor(Abilities.DecideLiability);
        return For(actor).AsNoTracking()
            .Where(r => r.State != ReviewState.Proposed && r.State != ReviewState.Refused && (r.Members.Any(m => m.StaffId == staff) || deciding.Contains(r.OfficeId)));
    }

    /// <exception cref="NotFoundException">Missing, not in reach, walled, or the ability does not reach that office.</exception>
    public async Task<AccountabilityReview> LoadAsync(Guid id, Actor actor, CancellationToken ct, params IReadOnlyList<string> abilities)
    {
        var offices = actor.OfficesFor(abilities);
        return await Whole(For(actor)).Where(r => r.Id == id && offices.Contains(r.OfficeId)).SingleOrNotFoundAsync(ct);
    }

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
}
