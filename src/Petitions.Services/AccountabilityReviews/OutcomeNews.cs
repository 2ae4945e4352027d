using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>What the petitioner is told once a review has ended, without names (journey J9 step 7).</summary>
public sealed class OutcomeNews(PetitionsDbContext db, NoticeOutbox outbox)
{
    private const string Template = "review.outcome";

    /// <exception cref="RuleBrokenException">review.told-name.</exception>
    public Task RequireNamelessAsync(AccountabilityReview review, string told, CancellationToken ct) => Nameless.RequireAsync(db, review, told, "review.told-name", ct);

    public async Task TellAsync(AccountabilityReview review, AccountabilityReviewClosed closed, CancellationToken ct)
    {
        var matter = await db.Petitions.VisibleTo(Actor.System).SingleAsync(p => p.Id == review.PetitionId, ct);
        outbox.TellPetitioner(matter, Template, $"review/{review.Id:N}", new Dictionary<string, string> { ["outcome"] = closed.ToldText });
    }
}
