using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>What the officer under review does himself: his statement, recheck, appeal. Only on what was put to him.</summary>
public sealed class OwnReviewService(ReviewAccess access, ReviewRecorder recorder, ReviewClocks clocks, RemedyNews news, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Nothing was put to him under this id.</exception>
    /// <exception cref="RuleBrokenException">review.statement, review.officer-stage, review.wrong-state.</exception>
    public async Task StateAsync(Guid officerId, string? text, Actor actor, CancellationToken ct)
    {
        var (review, officer) = await access.LoadOwnAsync(officerId, actor, ct);
        await recorder.SaveAsync(review, actor, [review.Hear(officer.Id, TextLength.Lines(text ?? ""), Now)], ct);
    }

    /// <summary>He has nothing to say and says so.</summary>
    /// <exception cref="NotFoundException">Nothing was put to him under this id.</exception>
    /// <exception cref="RuleBrokenException">review.reason, review.officer-stage, review.wrong-state.</exception>
    public async Task DeclineAsync(Guid officerId, string? reason, Actor actor, CancellationToken ct)
    {
        var (review, officer) = await access.LoadOwnAsync(officerId, actor, ct);
        await recorder.SaveAsync(review, actor, [review.Decline(officer.Id, TextLength.Lines(reason ?? ""), Now)], ct);
    }

    /// <exception cref="NotFoundException">Nothing was put to him under this id.</exception>
    /// <exception cref="RuleBrokenException">review.window, review.grounds, review.officer-stage.</exception>
    public async Task ContestAsync(Guid officerId, bool appeal, string? grounds, Actor actor, CancellationToken ct)
    {
        var (review, officer) = await access.LoadOwnAsync(officerId, actor, ct);
        var today = ChinaTime.DateOf(Now);
        var facts = await RemedyService.AskedAsync(review, officer.Id, appeal, today, grounds, clocks, today, ct);
        await news.AskedAsync(review, officer.Id, appeal, ct);
        await recorder.SaveAsync(review, actor, facts, ct);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
