using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions.Documents;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Closes a review: report with its number, causes for the trend, and the petitioner told without names (journey J9 steps 6, 7).</summary>
public sealed class ReviewClosingService(ReviewAccess access, ReviewRecorder recorder, ReviewClocks clocks, ReportPaper report, OutcomeNews outcome, ConflictRetry retry)
{
    /// <exception cref="RuleBrokenException">review.remedy-open, review.verdict, review.causes, review.told, review.told-name, review.not-a-member, review.wrong-state.</exception>
    public Task CloseAsync(CloseReview request, Actor actor, DateTime now, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var review = await access.LoadAsync(request.ReviewId, actor, ct, Abilities.InspectAccountability);
        Rule.Require(review.State == ReviewState.Served, "review.wrong-state");
        var told = TextLength.Lines(request.Told ?? "");
        await outcome.RequireNamelessAsync(review, told, ct);
        var closing = new ReviewClosing { Outcome = request.Outcome, Causes = request.Causes, ToldText = told, ReportId = Guid.Empty, ReportNumber = "" };
        var paper = await report.IssueAsync(review, closing, actor, ct);
        var open = await clocks.AnyOpenAsync(review.Id, ct);
        var fact = review.Close(closing with { ReportId = paper.Id, ReportNumber = paper.NumberText ?? "" }, open, actor.StaffId!.Value, now);
        await outcome.TellAsync(review, fact, ct);
        await recorder.SaveAsync(review, actor, [fact], ct);
    });
}
