using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Services.Petitions.Documents;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// Ends a review that found nobody at fault: report with the reason, the petitioner told, whoever had to answer cleared in
/// writing, the leader informed. What happens later proposes a review of its own.
/// </summary>
public sealed class NoFaultService(
    ReviewAccess access, ReviewRecorder recorder, ChecklistBook checklists, ReportPaper report, RemedyNews news, OutcomeNews outcome, ConflictRetry retry)
{
    /// <exception cref="NotFoundException">Missing, walled, or not this person's to investigate.</exception>
    /// <exception cref="RuleBrokenException">review.not-a-member, review.wrong-state, review.fault-stands, review.checklist-open, review.reason, review.told, review.told-name.</exception>
    public Task EndAsync(Guid id, string? reason, string? told, Actor actor, DateTime now, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var review = await access.LoadForMemberAsync(id, actor, ct);
        var done = await checklists.IsDoneAsync(review, ct);
        // Before a number is taken: what is refused takes none.
        review.RequireEndingWithoutFault(done, actor.StaffId!.Value);
        var words = TextLength.Lines(told ?? "");
        await outcome.RequireNamelessAsync(review, words, ct);
        var closing = new ReviewClosing
        {
            Outcome = ReviewVerdict.NotSubstantiated,
            Causes = [],
            Reason = TextLength.Lines(reason ?? ""),
            ToldText = words,
            ReportId = Guid.Empty,
            ReportNumber = "",
        };
        var paper = await report.IssueAsync(review, closing, actor, ct);
        var fact = review.EndWithoutFault(closing with { ReportId = paper.Id, ReportNumber = paper.NumberText ?? "" }, done, actor.StaffId!.Value, now);
        await news.NobodyAtFaultAsync(review, actor, ct);
        await outcome.TellAsync(review, fact, ct);
        await recorder.SaveAsync(review, actor, [fact], ct);
    });
}
