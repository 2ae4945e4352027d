using Petitions.Domain.AccountabilityReviews;
using Petitions.Services.AccountabilityReviews;

namespace Petitions.Web.Areas.Inspection;

/// <summary>One officer of a review as the sheet shows him.</summary>
public sealed record OfficerView(ReviewSheet Sheet, ReviewedOfficer Officer)
{
    public IReadOnlyList<ReviewFinding> Findings => [.. Sheet.Review.Findings.Where(f => f.OfficerId == Officer.Id).OrderBy(f => f.WrittenAt).ThenBy(f => f.Id)];

    public IReadOnlyList<ReviewClock> Clocks => [.. Sheet.Clocks.Where(c => c.OfficerId == Officer.Id)];
}
