using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Loads a review for who decides on liability or a remedy: with the ability, and with no act of his own on the matter (domain.md 3.5).</summary>
public sealed class DecidingAccess(ReviewAccess access, ConflictGuard guard)
{
    /// <exception cref="NotFoundException">Missing, not in reach, walled, or not his to decide.</exception>
    /// <exception cref="RuleBrokenException">review.conflict, with the fact that stands against him.</exception>
    public async Task<AccountabilityReview> LoadAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var review = await access.LoadAsync(id, actor, ct, Abilities.DecideLiability);
        await guard.RequireFreeToDecideAsync(review.PetitionId, actor.StaffId!.Value, ct);
        return review;
    }

    /// <summary>For an investigator's verb.</summary>
    /// <exception cref="NotFoundException">As above.</exception>
    /// <exception cref="RuleBrokenException">review.not-a-member.</exception>
    public Task<AccountabilityReview> LoadForMemberAsync(Guid id, Actor actor, CancellationToken ct) => access.LoadForMemberAsync(id, actor, ct);
}
