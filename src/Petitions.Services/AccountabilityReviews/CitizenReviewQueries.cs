using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>What the petitioner reads of a review of his matter: its outcome once it is closed, and nothing before.</summary>
public sealed class CitizenReviewQueries(PetitionsDbContext db)
{
    public async Task<IReadOnlyList<ToldOutcome>> OfAsync(Actor actor, CancellationToken ct) =>
        await db.AccountabilityReviews.AsNoTracking()
            .Where(r => r.State == ReviewState.Closed && db.Petitions.VisibleTo(actor).Any(p => p.Id == r.PetitionId))
            .OrderByDescending(r => r.ClosedAt).ThenByDescending(r => r.Id)
            .Select(r => new ToldOutcome(r.ClosedAt!.Value, r.Outcome!.Value, r.ToldText!)).ToListAsync(ct);
}
