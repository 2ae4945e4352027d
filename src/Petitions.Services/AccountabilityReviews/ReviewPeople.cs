using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Who holds an ability in the office of a review: never an officer under review, a handler of the matter, or anybody behind its wall.</summary>
public sealed class ReviewPeople(PetitionsDbContext db, ConflictGuard guard, ReferenceCatalog reference, OfficeCatalog offices, TimeProvider clock)
{
    /// <summary>Who investigates is of the office that does; where nobody is left to decide, because the leader himself is under review or acted on the matter, it is the next higher leader.</summary>
    public async Task<IReadOnlyList<Guid>> HoldersAsync(AccountabilityReview review, string ability, CancellationToken ct)
    {
        var own = await FreeAsync(review, ability == Abilities.DecideLiability ? review.OfficeId : review.InvestigatingOfficeId, ability, ct);
        return own.Count > 0 || ability != Abilities.DecideLiability || offices.Office(review.OfficeId)?.ParentId is not { } above ? own : await FreeAsync(review, above, ability, ct);
    }

    /// <summary>The same with names, by pinyin.</summary>
    public async Task<IReadOnlyList<StaffName>> HoldersAsync(Guid petitionId, Guid officeId, string ability, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var roles = reference.Items("RoleAbility").Where(row => row.Code == ability).Select(row => row.Parent).ToList();
        var people = await db.Staff.AsNoTracking()
            .Where(s => s.Active && s.Grants.Any(g => roles.Contains(g.Role) && g.OfficeId == officeId && g.From <= today && (g.To == null || g.To >= today)))
            .OrderBy(s => s.NameOrder).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Name, s.NameKey, s.DepartmentId }).ToListAsync(ct);
        var petition = await MatterAsync(petitionId, ct);
        return [.. people.Where(person => petition.FirstHandlerId != person.Id && !petition.IsHandledBy(person.Id)
                && !petition.IsWalled(person.Id, person.NameKey, offices.LineOf(person.DepartmentId)))
            .Select(person => new StaffName(person.Id, person.Name, person.DepartmentId))];
    }

    private async Task<List<Guid>> FreeAsync(AccountabilityReview review, Guid officeId, string ability, CancellationToken ct)
    {
        List<Guid> people = [.. (await HoldersAsync(review.PetitionId, officeId, ability, ct)).Where(person => review.Officers.All(o => o.StaffId != person.Id)).Select(person => person.Id)];
        if (ability != Abilities.DecideLiability)
        {
            return people;
        }

        var matter = review.PetitionId;
        var acted = await guard.Acts.Where(fact => fact.SubjectId == matter && people.Contains(fact.ActorId!.Value)).Select(fact => fact.ActorId!.Value).Distinct().ToListAsync(ct);
        var held = await guard.Hands.Where(each => each.PetitionId == matter && people.Contains(each.StaffId)).Select(each => each.StaffId).Distinct().ToListAsync(ct);
        return [.. people.Except(acted).Except(held)];
    }

    private Task<Petition> MatterAsync(Guid petitionId, CancellationToken ct) => db.Petitions.VisibleTo(Actor.System).AsNoTracking().AsSplitQuery()
        .Include(p => p.Respondents).Include(p => p.Assignments).SingleAsync(p => p.Id == petitionId, ct);
}
