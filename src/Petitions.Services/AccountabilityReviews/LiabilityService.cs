using Petitions.Domain;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Reference;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The leader's decision on each officer and its service (domain.md row 11; JR24-27, summary).</summary>
public sealed class LiabilityService(
    DecidingAccess access, ReviewRecorder recorder, OfficerPapers papers, ReferenceCatalog reference, NoticeOutbox outbox, ConflictRetry retry, TimeProvider clock)
{
    private const string DecidedTemplate = "staff.review-decided";
    private const string AdvisedTemplate = "staff.review-advised";

    /// <summary>The decision with its number. Whoever was wrongly suspected is cleared by it, and reads so.</summary>
    /// <exception cref="RuleBrokenException">review.conflict, review.opinion-first, review.decided-by-member, review.own-case, review.measure-without-liability, review.reason.</exception>
    public Task DecideAsync(DecideLiability request, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var review = await access.LoadAsync(request.ReviewId, actor, ct);
        var officer = review.Officers.SingleOrDefault(o => o.Id == request.OfficerId) ?? throw new NotFoundException();
        // Before a number is taken: what is refused takes none.
        Rule.Require(officer.Stage == OfficerStage.Advised, "review.opinion-first");
        var ruling = new LiabilityRuling
        {
            Opinion = request.Opinion,
            Measure = request.Measure,
            TrainingHours = request.TrainingHours,
            Reason = TextLength.Lines(request.Reason ?? ""),
            DocumentId = Guid.Empty,
            DocumentNumber = "",
        };
        var document = await papers.DecisionAsync(review, officer, ruling, actor, ct);
        var fact = review.Decide(officer.Id, ruling with { DocumentId = document.Id, DocumentNumber = document.NumberText ?? "" }, actor.StaffId!.Value, Now);
        foreach (var member in review.Members)
        {
            await outbox.TellOfficeAsync(member.StaffId, AdvisedTemplate, $"review-decided/{officer.Id:N}", new Dictionary<string, string>(), ct);
        }

        await recorder.SaveAsync(review, actor, [fact], ct);
    });

    /// <summary>The decision reached the officer; the receipt of service is made with it, and his window for recheck opens.</summary>
    /// <exception cref="RuleBrokenException">review.not-a-member, review.officer-stage, review.served-on, review.way.</exception>
    public Task ServeAsync(Guid id, Guid officerId, DateOnly? on, string? way, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var review = await access.LoadForMemberAsync(id, actor, ct);
        var officer = review.Officers.SingleOrDefault(o => o.Id == officerId) ?? throw new NotFoundException();
        Rule.Require(officer.Stage == OfficerStage.Decided, "review.officer-stage");
        Rule.Require(on is not null, "review.served-on");
        Rule.Require(reference.Holds("DeliveryWay", way), "review.way");
        var receipt = await papers.ReceiptAsync(review, officer, way!, on!.Value, actor, ct);
        var fact = review.Serve(officer.Id, on.Value, way, receipt.Id, Today);
        await outbox.TellOfficeAsync(officer.StaffId, DecidedTemplate, $"review-served/{officer.Id:N}", new Dictionary<string, string>(), ct);
        await recorder.SaveAsync(review, actor, [fact], ct);
    });

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => ChinaTime.DateOf(Now);
}
