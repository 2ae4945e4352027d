using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The look-back report (责任倒查报告): made of the review's rows and the timeline as the log gives it that day.</summary>
public sealed class ReportPaper(PetitionsDbContext db, TimelineReader reader, ReviewPaperFields fields, ReviewPapers papers)
{
    public async Task<ReviewDocument> IssueAsync(AccountabilityReview review, ReviewClosing closing, Actor actor, CancellationToken ct)
    {
        var rebuilt = await reader.ReadAsync(review.PetitionId, ct);
        var people = ReviewTimelineQueries.PeopleIn(rebuilt).Concat(review.Officers.Select(o => o.StaffId)).Concat(review.Officers.Select(o => o.DecidedBy).OfType<Guid>()).Concat(review.Members.Select(m => m.StaffId)).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return await papers.IssueAsync(review, ReviewPapers.Report, null, fields.Report(review, closing, rebuilt.Timeline, names), actor, ct);
    }
}
