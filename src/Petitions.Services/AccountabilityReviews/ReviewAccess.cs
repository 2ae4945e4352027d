using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.AccountabilityReviews;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Services.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Loads a review for a verb: within what the person may know of, and with the ability in its office.</summary>
public sealed class ReviewAccess(PetitionsDbContext db, ConflictGuard guard, ReferenceCatalog reference, OfficeCatalog offices, TimeProvider clock)
{
    /// <summary>
    /// The reviews a person may know of; list, page and verb ask the same. Where no leader of the office is free to decide,
    /// the next higher one does: to him it is shown although it is another office's.
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

    /// <summary>
    /// Reviews whose findings, statements, opinions and papers the person reads: those he investigates, and those he decides
    /// (domain.md 3.4). Of the others he knows that there is one.
    /// </summary>
    public IQueryable<AccountabilityReview> ReadBy(Actor actor)
    {
        var staff = actor.StaffId;
        var decided = DecidedBy(actor);
        return For(actor).Where(r => r.Members.Any(m => m.StaffId == staff) || decided.Any(known => known.Id == r.Id));
    }

    /// <summary>Opened reviews whose case the person may look into.</summary>
    public IQueryable<AccountabilityReview> OpenTo(Actor actor) => ReadBy(actor).AsNoTracking().Where(r => r.State != ReviewState.Proposed && r.State != ReviewState.Refused);

    /// <summary>Deciding belongs to the office of the matter, opening and investigating to the office that investigates.</summary>
    /// <exception cref="NotFoundException">Missing, not in reach, walled, or the ability does not reach that office.</exception>
    public async Task<AccountabilityReview> LoadAsync(Guid id, Actor actor, CancellationToken ct, params IReadOnlyList<string> abilities)
    {
        var within = actor.OfficesFor(abilities);
        var decides = abilities.Contains(Abilities.DecideLiability);
        var up = HandedUp(actor);
        return await Whole(For(actor)).Where(r => r.Id == id && (within.Contains(decides ? r.OfficeId : r.InvestigatingOfficeId) || (decides && up.Any(known => known.Id == r.Id)))).SingleOrNotFoundAsync(ct);
    }

    /// <summary>The same for an investigator's verb.</summary>
    /// <exception cref="NotFoundException">As above.</exception>
    /// <exception cref="RuleBrokenException">review.not-a-member.</exception>
    public async Task<AccountabilityReview> LoadForMemberAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var review = await LoadAsync(id, actor, ct, Abilities.InspectAccountability);
        review.RequireMember(actor.StaffId!.Value);
        return review;
    }

    /// <summary>Whether the person decides on the officers of this review.</summary>
    public Task<bool> DecidesAsync(Guid id, Actor actor, CancellationToken ct) => DecidedBy(actor).AnyAsync(r => r.Id == id, ct);

    /// <summary>The review in which something was put to this officer: he acts for himself alone.</summary>
    /// <exception cref="NotFoundException">When nothing was put to him under this id.</exception>
    public async Task<(AccountabilityReview Review, ReviewedOfficer Officer)> LoadOwnAsync(Guid officerId, Actor actor, CancellationToken ct)
    {
        var staff = actor.StaffId;
        var review = await Whole(db.AccountabilityReviews).Where(r => r.Officers.Any(o => o.Id == officerId && o.StaffId == staff && o.AskedAt != null)).SingleOrNotFoundAsync(ct);
        return (review, review.Officers.Single(o => o.Id == officerId));
    }

    public static IQueryable<AccountabilityReview> Whole(IQueryable<AccountabilityReview> reviews) => Cover(reviews)
        .Include(r => r.Officers).Include(r => r.Findings).ThenInclude(f => f.Citations).Include(r => r.Opinions).Include(r => r.Lessons);

    /// <summary>That there is one, why it was proposed and who investigates: nothing of what was found.</summary>
    public static IQueryable<AccountabilityReview> Cover(IQueryable<AccountabilityReview> reviews) => reviews.AsSplitQuery().Include(r => r.Triggers).Include(r => r.Members);

    /// <summary>
    /// Reviews the person decides on: of his office, or handed up to him. Never one he investigates, of a matter he acted on
    /// or held, or in which findings were put to himself.
    /// </summary>
    private IQueryable<AccountabilityReview> DecidedBy(Actor actor)
    {
        var staff = actor.StaffId;
        var deciding = actor.OfficesFor(Abilities.DecideLiability);
        var (up, acts, hands) = (HandedUp(actor), guard.Acts, guard.Hands);
        return db.AccountabilityReviews.Where(r => (deciding.Contains(r.OfficeId) || up.Any(known => known.Id == r.Id))
            && !r.Members.Any(m => m.StaffId == staff)
            && !r.Officers.Any(o => o.StaffId == staff && o.AskedAt != null)
            && !acts.Any(fact => fact.SubjectId == r.PetitionId && fact.ActorId == staff)
            && !hands.Any(held => held.PetitionId == r.PetitionId && held.StaffId == staff));
    }

    /// <summary>Offices below those in which the person decides.</summary>
    private List<Guid> Below(Actor actor) => [.. offices.ReachOf(actor, Abilities.DecideLiability).Except(actor.OfficesFor(Abilities.DecideLiability))];

    /// <summary>Reviews of offices below in which nobody is free to decide: each leader there is under review, complained of, or acted on the matter.</summary>
    private IQueryable<AccountabilityReview> HandedUp(Actor actor)
    {
        var below = Below(actor);
        if (below.Count == 0)
        {
            return db.AccountabilityReviews.Where(r => false);
        }

        var (staff, today) = (actor.StaffId, ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime));
        var roles = reference.Items("RoleAbility").Where(row => row.Code == Abilities.DecideLiability).Select(row => row.Parent).ToList();
        var leading = db.RoleGrants.Where(g => roles.Contains(g.Role) && g.From <= today && (g.To == null || g.To >= today) && db.Staff.Any(s => s.Id == g.StaffId && s.Active));
        var complained = db.Respondents.Where(c => c.Status != RespondentStatus.Cleared);
        var (acts, hands) = (guard.Acts, guard.Hands);
        var open = db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor);
        return db.AccountabilityReviews.Where(r => below.Contains(r.OfficeId)
            && !leading.Any(g => g.OfficeId == r.OfficeId
                && !r.Officers.Any(o => o.StaffId == g.StaffId)
                && !complained.Any(c => c.PetitionId == r.PetitionId && (c.StaffId == g.StaffId
                    || db.Staff.Any(s => s.Id == g.StaffId && (c.DepartmentId == s.DepartmentId || (c.Kind == RespondentKind.Person && c.StaffId == null && c.NameKey == s.NameKey)))))
                && !acts.Any(fact => fact.SubjectId == r.PetitionId && fact.ActorId == g.StaffId)
                && !hands.Any(held => held.PetitionId == r.PetitionId && held.StaffId == g.StaffId))
            && !r.Officers.Any(o => o.StaffId == staff)
            && open.Any(p => p.Id == r.PetitionId));
    }
}
