using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The one way a change of a review is saved: the change, its facts and its clocks' reaction, once. The matter is never touched.</summary>
public sealed class ReviewRecorder(PetitionsDbContext db, FactLog log, ReviewClocks clocks)
{
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">When somebody else changed the review first.</exception>
    public async Task SaveAsync(AccountabilityReview review, Actor actor, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        log.Record(actor, facts);
        await clocks.ReactAsync(review, facts, ct);
        await db.SaveChangesAsync(ct);
    }
}
