using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The documents that go to an officer: decision and receipt of service.</summary>
public sealed class OfficerPapers(PetitionsDbContext db, ReviewPapers papers, ReviewPaperFields fields, ClockCatalog clocks, TimeProvider clock)
{
    private const string RecheckRule = "JR_RECHECK_APPLY_30D";

    public async Task<ReviewDocument> DecisionAsync(AccountabilityReview review, ReviewedOfficer officer, LiabilityRuling ruling, Actor actor, CancellationToken ct)
    {
        var days = clocks.Rule(RecheckRule, ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime))?.Amount ?? 0;
        return await papers.IssueAsync(review, ReviewPapers.Decision, officer.Id, fields.Decision(review, officer, ruling, await NameAsync(officer, ct), days), actor, ct);
    }

    /// <summary>A decision of its own after a recheck or an appeal that took the first one back: he is not liable, and the suspicion is cleared.</summary>
    public Task<ReviewDocument> ClearanceAsync(AccountabilityReview review, ReviewedOfficer officer, string reason, Actor actor, CancellationToken ct) =>
        DecisionAsync(review, officer, new LiabilityRuling { Opinion = LiabilityOpinion.NoLiability, Measure = LiabilityMeasure.None, Reason = reason, DocumentId = Guid.Empty, DocumentNumber = "" }, actor, ct);

    public async Task<ReviewDocument> ReceiptAsync(AccountabilityReview review, ReviewedOfficer officer, string way, DateOnly on, Actor actor, CancellationToken ct)
    {
        var decision = await db.ReviewDocuments.AsNoTracking().SingleAsync(d => d.Id == officer.DecisionId, ct);
        return await papers.IssueAsync(review, ReviewPapers.Receipt, officer.Id, fields.Receipt(await NameAsync(officer, ct), decision, way, on), actor, ct);
    }

    private Task<string> NameAsync(ReviewedOfficer officer, CancellationToken ct) => db.Staff.AsNoTracking().Where(s => s.Id == officer.StaffId).Select(s => s.Name).SingleAsync(ct);
}
