using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Reference;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Recheck and appeal as the office sees them: requests on paper, decisions, service (JR24-27, summary).</summary>
public sealed class RemedyService(
    DecidingAccess access, ReviewRecorder recorder, ReviewClocks clocks, RemedyNews news, ReferenceCatalog reference, ConflictRetry retry, TimeProvider clock)
{
    /// <summary>A request that came on paper; the day it was handed in or posted counts.</summary>
    /// <exception cref="RuleBrokenException">review.not-a-member, review.window, review.grounds, review.officer-stage.</exception>
    public async Task ReceiveAsync(Guid id, Guid officerId, bool appeal, DateOnly? on, string? grounds, Actor actor, CancellationToken ct)
    {
        var review = await access.LoadForMemberAsync(id, actor, ct);
        Rule.Require(on is not null, "review.window");
        var facts = await AskedAsync(review, officerId, appeal, on!.Value, grounds, clocks, Today, ct);
        await news.AskedAsync(review, officerId, appeal, ct);
        await recorder.SaveAsync(review, actor, facts, ct);
    }

    /// <summary>The leader decides the recheck; what is revoked clears the officer.</summary>
    /// <exception cref="RuleBrokenException">review.conflict, review.remedy-result, review.reason, review.opinion, review.decided-by-member, review.own-case, review.officer-stage.</exception>
    public async Task DecideRecheckAsync(Guid id, Guid officerId, RemedyRuling ruling, Actor actor, CancellationToken ct)
    {
        var review = await access.LoadAsync(id, actor, ct);
        var fact = review.DecideRecheck(officerId, Cleaned(ruling), actor.StaffId!.Value);
        await news.DecidedAsync(review, officerId, ct);
        await recorder.SaveAsync(review, actor, [fact], ct);
    }

    /// <summary>The recheck reached the officer; his window for an appeal opens, unless it cleared him.</summary>
    /// <exception cref="RuleBrokenException">review.not-a-member, review.served-on, review.way, review.officer-stage.</exception>
    public Task ServeRecheckAsync(Guid id, Guid officerId, DateOnly? on, string? way, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var review = await access.LoadForMemberAsync(id, actor, ct);
        Rule.Require(on is not null, "review.served-on");
        Rule.Require(reference.Holds("DeliveryWay", way), "review.way");
        var fact = review.ServeRecheck(officerId, on!.Value, way, Today);
        var officer = review.Officers.Single(o => o.Id == officerId);
        await news.EndedAsync(review, officer, officer.RecheckReason, actor, ct);
        await recorder.SaveAsync(review, actor, [fact], ct);
    });

    /// <summary>What the next higher office decided on the appeal.</summary>
    /// <exception cref="RuleBrokenException">review.not-a-member, review.remedy-result, review.reason, review.organ, review.opinion, review.officer-stage.</exception>
    public Task DecideAppealAsync(Guid id, Guid officerId, RemedyRuling ruling, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var review = await access.LoadForMemberAsync(id, actor, ct);
        var fact = review.DecideAppeal(officerId, Cleaned(ruling));
        var officer = review.Officers.Single(o => o.Id == officerId);
        await news.EndedAsync(review, officer, officer.AppealReason, actor, ct);
        await recorder.SaveAsync(review, actor, [fact], ct);
    });

    /// <summary>The facts of a request: asked, and received with it.</summary>
    internal static async Task<IReadOnlyList<Fact>> AskedAsync(
        AccountabilityReview review, Guid officerId, bool appeal, DateOnly on, string? grounds, ReviewClocks clocks, DateOnly today, CancellationToken ct)
    {
        var text = TextLength.Lines(grounds ?? "");
        var until = await clocks.WindowAsync(officerId, appeal ? nameof(LiabilityAppealRequested) : nameof(LiabilityRecheckRequested), ct);
        return appeal
            ? [review.Appeal(officerId, text, on, until, today), new LiabilityAppealReceived(review.Id, officerId)]
            : [review.AskRecheck(officerId, text, on, until, today), new LiabilityRecheckReceived(review.Id, officerId)];
    }

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    private static RemedyRuling Cleaned(RemedyRuling ruling) => ruling with { Reason = TextLength.Lines(ruling.Reason ?? "") };
}
