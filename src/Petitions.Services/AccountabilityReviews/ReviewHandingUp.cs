using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;
using Petitions.Services.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// Proposes a review to the next higher office where it would stand still: everybody who could open or investigate it here
/// has a fact on the case, or stands behind its wall (domain.md row 47). The system does it, so that nobody in conflict
/// chooses who looks into him; while somebody here is free it stays here, and where nobody above is either.
/// </summary>
public sealed class ReviewHandingUp(
    PetitionsDbContext db, FactLog log, ConflictGuard guard, ReviewPeople people, OfficeCatalog offices, NoticeOutbox outbox)
{
    private const string Template = "staff.review-proposed";

    /// <summary>The daily look at what nobody investigates yet. Returns how many were handed up. Safe to run twice.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var waiting = await db.AccountabilityReviews.Where(r => r.State == ReviewState.Proposed || r.State == ReviewState.Opened).OrderBy(r => r.ProposedAt).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        var moved = 0;
        foreach (var id in waiting)
        {
            var review = await ReviewAccess.Cover(db.AccountabilityReviews).Include(r => r.Officers).SingleAsync(r => r.Id == id, ct);
            if (await TakeUpAsync(review, ct))
            {
                await TellAsync(review, ct);
                await db.SaveChangesAsync(ct);
                moved++;
            }

            db.ChangeTracker.Clear();
        }

        return moved;
    }

    /// <summary>The same at once for one that is being proposed; the caller tells and saves.</summary>
    public async Task<bool> TakeUpAsync(AccountabilityReview review, CancellationToken ct)
    {
        var here = review.InvestigatingOfficeId;
        if (review.State == ReviewState.Opened ? await AnyFreeAsync(review, here, Abilities.InspectAccountability, ct) : await CanTakeAsync(review, here, ct))
        {
            return false;
        }

        for (var above = Above(here); above is { } office; above = Above(office))
        {
            if (await CanTakeAsync(review, office, ct))
            {
                log.Record(Actor.System, review.HandUp(office));
                return true;
            }
        }

        return false;
    }

    /// <summary>Who may open it now learns that it waits.</summary>
    public async Task TellAsync(AccountabilityReview review, CancellationToken ct)
    {
        foreach (var inspector in await people.HoldersAsync(review, Abilities.OpenAccountability, ct))
        {
            await outbox.TellOfficeAsync(inspector, Template, $"review/{review.Id:N}", new Dictionary<string, string>(), ct);
        }
    }

    private Guid? Above(Guid office) => offices.Office(office)?.ParentId;

    /// <summary>Whether somebody there may open it, somebody may be appointed, and a department may be its body.</summary>
    private async Task<bool> CanTakeAsync(AccountabilityReview review, Guid office, CancellationToken ct) =>
        await AnyFreeAsync(review, office, Abilities.OpenAccountability, ct)
        && await AnyFreeAsync(review, office, Abilities.InspectAccountability, ct)
        && await AnyBodyAsync(review, office, ct);

    private async Task<bool> AnyFreeAsync(AccountabilityReview review, Guid office, string ability, CancellationToken ct)
    {
        foreach (var person in await people.HoldersAsync(review.PetitionId, office, ability, ct))
        {
            if (review.Officers.All(officer => officer.StaffId != person.Id) && await guard.IsFreeAsync(review.PetitionId, person.Id, ct))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> AnyBodyAsync(AccountabilityReview review, Guid office, CancellationToken ct)
    {
        foreach (var body in offices.Departments.Where(department => department.Enabled && department.OfficeId == office))
        {
            if (await guard.IsFreeBodyAsync(review.PetitionId, body.Id, ct))
            {
                return true;
            }
        }

        return false;
    }
}
