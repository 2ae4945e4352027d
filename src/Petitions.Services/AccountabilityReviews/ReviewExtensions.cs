using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// More time to decide an appeal (60 + 30 days; JR24-27, summary): asked for by an investigator, decided by the leader before
/// the limit ends, like the extension of any other clock. Its facts stand on the chain of the review.
/// </summary>
public sealed class ReviewExtensions(ReviewAccess access, DecidingAccess deciding, ReviewRecorder recorder, ReviewClocks clocks, RemedyNews news, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Missing, not in reach, or no such limit runs.</exception>
    /// <exception cref="RuleBrokenException">review.not-a-member, review.extension-asked, clock.extension-*.</exception>
    public async Task AskAsync(Guid id, Guid officerId, int amount, string? reason, Actor actor, CancellationToken ct)
    {
        var review = await access.LoadForMemberAsync(id, actor, ct);
        var (running, rule) = await clocks.ExtendableAsync(id, officerId, ct);
        var fact = running.AskExtension(amount, TextLength.Lines(reason ?? ""), rule, actor.StaffId!.Value, Today);
        await news.ExtensionAskedAsync(review, running, ct);
        await recorder.SaveAsync(review, actor, [fact], ct);
    }

    /// <exception cref="NotFoundException">Missing, not his to decide, or no such limit runs.</exception>
    /// <exception cref="RuleBrokenException">review.conflict, review.decided-by-member, review.own-case, review.extension-none, review.reason, clock.extension-*.</exception>
    public async Task DecideAsync(Guid id, Guid officerId, bool granted, string? reason, Actor actor, CancellationToken ct)
    {
        var review = await deciding.LoadAsync(id, actor, ct);
        var by = actor.StaffId!.Value;
        review.RequireRemedyJudge(by);
        var (running, rule) = await clocks.ExtendableAsync(id, officerId, ct);
        Fact fact = granted ? running.Extend(rule, clocks.Calendar, by, Today) : running.RefuseExtension(TextLength.Lines(reason ?? ""), by);
        await news.ExtensionDecidedAsync(review, running, ct);
        await recorder.SaveAsync(review, actor, [fact], ct);
    }

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
}
